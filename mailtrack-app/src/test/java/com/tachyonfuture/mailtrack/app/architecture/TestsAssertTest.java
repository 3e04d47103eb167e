package com.tachyonfuture.mailtrack.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A test that asserts nothing is green whatever happens.
final class TestsAssertTest {

    private static final Set<String> CHECKS_AT_ONCE =
            Set.of("assertThatThrownBy", "assertThatNoException", "assertThatCode", "fail");

    @Test
    void everyTestOfEveryModuleAsserts() throws IOException {
        methods()
                .that()
                .areMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable")
                .should(assertSomething())
                .check(testsOfAllModules());
    }

    @Test
    void aTestThatAssertsNothingIsFound() {
        JavaClasses samples = new ClassFileImporter().importClasses(Samples.class);

        assertThat(samples.get(Samples.class).getMethods())
                .filteredOn(TestsAssertTest::asserts)
                .extracting(JavaMethod::getName)
                .containsExactlyInAnyOrder("directly", "throughAnother", "inALambda", "byReference");
    }

    /// All that the program is made of. The bench is built after it, and not by everybody.
    private static JavaClasses testsOfAllModules() throws IOException {
        try (var modules = Files.list(Path.of(".."))) {
            List<Path> compiled = modules.filter(module -> Files.isDirectory(module.resolve("src/test/java")))
                    .filter(module -> !module.endsWith("mailtrack-bench"))
                    .map(module -> module.resolve("target/test-classes"))
                    .toList();
            assertThat(compiled)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(tests -> assertThat(tests)
                            .as("run with -am, so that all modules are compiled")
                            .isDirectory());
            return new ClassFileImporter().importPaths(compiled);
        }
    }

    private static ArchCondition<JavaMethod> assertSomething() {
        return new ArchCondition<>("assert something") {
            @Override
            public void check(JavaMethod test, ConditionEvents events) {
                events.add(new SimpleConditionEvent(test, asserts(test), test.getFullName() + " asserts nothing"));
            }
        };
    }

    private static boolean asserts(JavaMethod test) {
        return asserts(test, new HashSet<>());
    }

    /// Looks into methods of our own as well.
    private static boolean asserts(JavaCodeUnit code, Set<String> seen) {
        return seen.add(code.getFullName())
                && targets(code)
                        .anyMatch(target -> isAssertion(target)
                                || target.resolveMember()
                                        .filter(called -> asserts(called, seen))
                                        .isPresent());
    }

    private static Stream<CodeUnitAccessTarget> targets(JavaCodeUnit code) {
        return Stream.concat(
                code.getCallsFromSelf().stream().map(call -> call.getTarget()),
                code.getCodeUnitReferencesFromSelf().stream().map(reference -> reference.getTarget()));
    }

    private static boolean isAssertion(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        boolean entry = owner.equals("org.assertj.core.api.Assertions");
        return (entry && CHECKS_AT_ONCE.contains(target.getName()))
                || (!entry && owner.startsWith("org.assertj.core.api."))
                || owner.equals("org.awaitility.core.ConditionFactory")
                || owner.equals("org.junit.jupiter.api.Assertions")
                || (owner.startsWith("com.tngtech.archunit.")
                        && target.getName().equals("check"));
    }

    /// Tests good and bad, which nobody runs.
    @SuppressWarnings({"CheckReturnValue", "UnusedMethod"})
    private static final class Samples {

        void directly() {
            assertThat(this).hasNoNullFieldsOrProperties();
        }

        void throughAnother() {
            directly();
        }

        void inALambda() {
            Stream.of(1).forEach(number -> assertThat(number).isPositive());
        }

        void byReference() {
            Runnable later = this::directly;
            later.run();
        }

        void notAtAll() {
            assertThat(this);
        }
    }
}
