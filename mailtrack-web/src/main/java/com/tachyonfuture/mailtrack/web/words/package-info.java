/// The words of pages, in the language of whoever reads them.
@NullMarked
package com.tachyonfuture.mailtrack.web.words;

import org.jspecify.annotations.NullMarked;
