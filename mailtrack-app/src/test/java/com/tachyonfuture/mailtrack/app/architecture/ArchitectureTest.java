package com.tachyonfuture.mailtrack.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    private static final String ROOT = "com.tachyonfuture.mailtrack.";
    private static final String DOMAIN = ROOT + "domain..";
    private static final String APPLICATION = ROOT + "application..";
    private static final String PORTS = ROOT + "application.*.port..";
    private static final String MYSQL = ROOT + "mysql..";
    private static final String OUTBOUND = ROOT + "outbound..";
    private static final String WEB = ROOT + "web..";
    private static final String APP = ROOT + "app..";
    private static final List<String> NAMED_PACKAGES = List.of(DOMAIN, APPLICATION, PORTS, MYSQL, OUTBOUND, WEB, APP);

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);

    private static final DescribedPredicate<JavaClass> GENERATED = describe(
            "made by an annotation processor",
            type -> type.getName().contains("$Definition")
                    || type.getName().contains("$Introspection")
                    || type.getName().contains("$Intercepted")
                    || type.getName().contains("$ApplicationContextConfigurer")
                    || type.getSimpleName().startsWith("$")
                    || type.getSimpleName().endsWith("Impl"));

    /// ArchUnit checks that a rule's subject is not empty, but not that the packages it forbids exist.
    @Test
    void everyPackageThatARuleNamesExistsAndHasClasses() {
        assertThat(NAMED_PACKAGES)
                .allSatisfy(named ->
                        assertThat(OURS.that(resideInAPackage(named))).as(named).isNotEmpty());
    }

    @Test
    void theDomainKnowsOnlyJava() {
        classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN, "java..", "org.jspecify.."))
                .check(OURS);
    }

    @Test
    void theApplicationKnowsOnlyTheDomainAndJava() {
        classes()
                .that()
                .resideInAPackage(APPLICATION)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(APPLICATION, DOMAIN, "java..", "org.jspecify.."))
                .check(OURS);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(MYSQL)
                .should()
                .dependOnClassesThat(resideInAnyPackage(OUTBOUND, WEB, APP))
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(OUTBOUND)
                .should()
                .dependOnClassesThat(resideInAnyPackage(MYSQL, WEB, APP))
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(WEB)
                .should()
                .dependOnClassesThat(resideInAnyPackage(MYSQL, OUTBOUND, APP))
                .check(OURS);
    }

    @Test
    void theOutboundAdaptersDoNotKnowOneAnother() {
        slices().matching(ROOT + "outbound.(*)..")
                .should()
                .notDependOnEachOther()
                .check(OURS);
    }

    @Test
    void theWebNeverTouchesPorts() {
        noClasses()
                .that()
                .resideInAPackage(WEB)
                .should()
                .dependOnClassesThat(resideInAPackage(PORTS))
                .check(OURS);
    }

    @Test
    void onlyAdaptersImplementPorts() {
        classes()
                .that(describe(
                        "implement a port",
                        type -> type.getAllRawInterfaces().stream()
                                .anyMatch(port -> resideInAPackage(PORTS).test(port))))
                .should()
                .resideInAnyPackage(MYSQL, OUTBOUND)
                .check(OURS);
    }

    @Test
    void theCoreHasNoClockNoChanceAndNoEnvironment() {
        for (Class<?> time : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN, APPLICATION)
                    .should()
                    .callMethod(time, "now")
                    .check(OURS);
        }
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, APPLICATION)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class)
                .check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, APPLICATION)
                .should()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .check(OURS);
    }

    @Test
    void namesSayWhatATypeIs() {
        classes()
                .that(DescribedPredicate.not(GENERATED))
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|Processor|Data|Info|DTO|Dto)")
                .check(OURS);
    }

    @Test
    void nothingIsInjectedIntoFieldsAndNothingStaticChanges() {
        fields().should().notBeAnnotatedWith(Inject.class).check(OURS);
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.not(GENERATED))
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and()
                .haveNameNotStartingWith("$")
                .should()
                .beFinal()
                .check(OURS);
    }

    @Test
    void featuresOfAModuleDoNotGoInCircles() {
        for (String module : List.of("domain", "application", "mysql", "web")) {
            slices().matching(ROOT + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(OURS);
        }
    }

    @Test
    void whatIsOursLiesInAModuleOfOurs() {
        noClasses()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(
                        resideOutsideOfPackages(DOMAIN, APPLICATION, MYSQL, OUTBOUND, WEB, APP)))
                .check(OURS);
    }
}
