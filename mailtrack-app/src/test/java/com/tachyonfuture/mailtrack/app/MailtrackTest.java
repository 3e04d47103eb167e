package com.tachyonfuture.mailtrack.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackSamples;
import com.tachyonfuture.mailtrack.mysql.track.RowSamples;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class MailtrackTest {

    @Test
    void describes() {
        assertThat(Mailtrack.describe(TrackSamples.sample())).isEqualTo(RowSamples.sample());
    }

    @Test
    void theDomainIsPlain() {
        var classes = new ClassFileImporter().importPackages("com.tachyonfuture.mailtrack");

        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut..")
                .check(classes);
    }
}
