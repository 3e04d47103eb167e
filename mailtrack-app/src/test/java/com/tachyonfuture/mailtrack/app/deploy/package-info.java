/// Keeps true what operators copy to their machines.
@NullMarked
package com.tachyonfuture.mailtrack.app.deploy;

import org.jspecify.annotations.NullMarked;
