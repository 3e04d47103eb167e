/// Wires what the owner's own opens are known by.
@NullMarked
package com.tachyonfuture.mailtrack.app.self;

import org.jspecify.annotations.NullMarked;
