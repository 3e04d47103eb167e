/// Where addresses are and who runs their networks: databases in MaxMind's format, and lists of networks.
@NullMarked
package com.tachyonfuture.mailtrack.outbound.place;

import org.jspecify.annotations.NullMarked;
