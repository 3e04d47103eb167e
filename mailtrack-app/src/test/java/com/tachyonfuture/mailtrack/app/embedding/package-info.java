/// What it is like to use domain and application in a program of one's own.
@NullMarked
package com.tachyonfuture.mailtrack.app.embedding;

import org.jspecify.annotations.NullMarked;
