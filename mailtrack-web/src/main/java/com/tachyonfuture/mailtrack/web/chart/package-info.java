/// Charts that the server draws as SVG: readable at any width, by hand, ear and key, and without a script.
@NullMarked
package com.tachyonfuture.mailtrack.web.chart;

import org.jspecify.annotations.NullMarked;
