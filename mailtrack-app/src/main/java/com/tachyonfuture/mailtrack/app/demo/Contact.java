package com.tachyonfuture.mailtrack.app.demo;

import com.tachyonfuture.mailtrack.outbound.sample.SampleAddresses.Town;

/// A recipient in the sample data.
///
/// @param language of the mails, such as `de`
/// @param warmth how much they read, from 0 to 9
/// @param household where in the town they are
record Contact(String address, String language, Town town, Habit habit, int warmth, int household) {}
