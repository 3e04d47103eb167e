package com.tachyonfuture.mailtrack.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
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

    private static final Map<String, Set<String>> CLOCK_CHANCE_AND_ENVIRONMENT = Map.of(
            "java.lang.Boolean", Set.of("getBoolean"),
            "java.lang.Integer", Set.of("getInteger"),
            "java.lang.Long", Set.of("getLong"),
            "java.lang.Math", Set.of("random"),
            "java.lang.StrictMath", Set.of("random"),
            "java.lang.System", Set.of("currentTimeMillis", "getenv", "getProperties", "getProperty", "nanoTime"),
            "java.lang.Thread", Set.of("sleep"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.util.concurrent.TimeUnit", Set.of("sleep"));

    private static final DescribedPredicate<JavaAccess<?>> CLOCK_CHANCE_OR_ENVIRONMENT =
            describe("ask a clock, chance or the environment", ArchitectureTest::asksClockChanceOrEnvironment);

    /// Calls as well as method references.
    private static boolean asksClockChanceOrEnvironment(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                || (owner.isAssignableTo(InstantSource.class) && name.startsWith("system"))
                || owner.isAssignableTo(RandomGenerator.class)
                || owner.isAssignableTo(Date.class)
                || CLOCK_CHANCE_AND_ENVIRONMENT
                        .getOrDefault(owner.getName(), Set.of())
                        .contains(name);
    }

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

    /// The spool, the hashes, places and networks: none needs another.
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

    /// Then nothing on it can depend on whether a track exists.
    @Test
    void thePathOfAPixelKnowsNothingButTheSpool() {
        Set<String> path = Set.of("PlainPixels", "PixelHandler", "PixelHits", "RecordOpen", "HitLimit");
        Set<String> known = Set.of("RecordOpen", "HitLimit", "HitCounts", "HitSpool");
        DescribedPredicate<JavaClass> onThePath = describe("serve pixels", type -> path.contains(outermost(type)));
        DescribedPredicate<JavaClass> unknown =
                describe("have nothing to do with that", type -> !known.contains(outermost(type)));

        assertThat(OURS.stream().filter(onThePath).map(ArchitectureTest::outermost))
                .containsAll(path);
        noClasses()
                .that(onThePath)
                .should()
                .dependOnClassesThat(resideInAPackage(APPLICATION).and(unknown))
                .check(OURS);
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("^.*\\.", "").replaceFirst("\\$.*", "");
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
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, APPLICATION)
                .should()
                .accessTargetWhere(CLOCK_CHANCE_OR_ENVIRONMENT)
                .check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, APPLICATION)
                .should()
                .dependOnClassesThat(assignableTo(RandomGenerator.class)
                        .or(assignableTo(Clock.class))
                        .or(assignableTo(Date.class))
                        .or(assignableTo(Calendar.class)))
                .check(OURS);
    }

    /// What the rule above looks for, it finds.
    @Test
    void clockChanceAndEnvironmentAreRecognizedInEveryForm() {
        var methods = new ClassFileImporter()
                .importClass(ClockChanceAndEnvironment.class)
                .getMethods();

        assertThat(methods)
                .hasSizeGreaterThan(10)
                .allSatisfy(method -> assertThat(method.getAccessesFromSelf())
                        .as(method.getName())
                        .anyMatch(CLOCK_CHANCE_OR_ENVIRONMENT));
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

    /// A final field may still hold a collection that changes, so this looks at what it holds.
    @Test
    void noStaticCollectionChanges() {
        var collections = OURS.stream()
                .filter(DescribedPredicate.not(GENERATED))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> assignableTo(Collection.class)
                        .or(assignableTo(Map.class))
                        .test(field.getRawType()))
                .map(JavaField::reflect)
                .toList();

        assertThat(collections).isNotEmpty().allSatisfy(field -> {
            field.setAccessible(true);
            assertThat(field.get(null).getClass().getName())
                    .as(field.toString())
                    .matches("java[.]util[.](ImmutableCollections|Collections)[$](Empty|Unmodifiable|List|Set|Map).*");
        });
    }

    /// Public is what others use: directly, or as a lambda that they hand to what they use. Reflection needs it too:
    /// Thymeleaf's for the templates' views and for what charts are made of, that of MaxMind's reader for a record.
    @Test
    void publicTypesOfAdaptersAreUsedOutsideTheirPackage() {
        classes()
                .that()
                .resideInAnyPackage(MYSQL, OUTBOUND, WEB)
                .and()
                .arePublic()
                .and(DescribedPredicate.not(GENERATED))
                .and()
                .haveNameNotMatching(".*((View|[.]NestedPlace|[.]chart[.]ChartTable)([$].*)?|[.]chart[.]\\w+[$]\\w+)")
                .should(beUsedOutsideTheirPackage())
                .check(OURS);
    }

    private static ArchCondition<JavaClass> beUsedOutsideTheirPackage() {
        return new ArchCondition<>("be used outside their package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = usedOutside(type)
                        || type.getMethodsWithParameterTypeOfSelf().stream()
                                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                                .anyMatch(method -> usedOutside(method.getOwner()));
                events.add(new SimpleConditionEvent(type, used, type.getName() + " is public, but nobody uses it"));
            }
        };
    }

    private static boolean usedOutside(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    @Test
    void featuresOfAModuleDoNotGoInCircles() {
        for (String module : List.of("domain", "application", "mysql", "outbound", "web", "app")) {
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
