package org.aludel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.aludel.errors.AludelException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The layers: {@code api <- core <- orm <- jta, cdi}, dialects on core, instrumentation on the api and never needed at run
 * time. A package belongs to exactly one artifact.
 */
class ArchitectureTest {
    private static final JavaClasses ARTIFACTS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.aludel");

    private static final String[] JDK = {
        "java..", "javax.sql..", "javax.transaction.xa..", "javax.naming..", "javax.management..", "jdk.jfr.."
    };
    private static final String NULLNESS = "org.jspecify..";

    private static final DescribedPredicate<JavaClass> CORE =
            resideInAPackage("org.aludel.core..").as("core");
    private static final DescribedPredicate<JavaClass> ORM =
            resideInAPackage("org.aludel.orm.internal..").as("orm");
    private static final DescribedPredicate<JavaClass> DIALECTS =
            resideInAPackage("org.aludel.dialects..").as("dialects");
    private static final DescribedPredicate<JavaClass> JTA =
            resideInAPackage("org.aludel.jta..").as("jta");
    private static final DescribedPredicate<JavaClass> CDI =
            resideInAPackage("org.aludel.cdi..").as("cdi");
    private static final DescribedPredicate<JavaClass> INSTRUMENT =
            resideInAPackage("org.aludel.instrument..").as("instrument");
    private static final DescribedPredicate<JavaClass> JUNIT =
            resideInAPackage("org.aludel.junit..").as("junit");
    private static final DescribedPredicate<JavaClass> CACHE =
            resideInAPackage("org.aludel.cache..").as("cache");
    private static final DescribedPredicate<JavaClass> API = resideInAnyPackage(
                    "org.aludel.sql..",
                    "org.aludel.types..",
                    "org.aludel.schema..",
                    "org.aludel.engine..",
                    "org.aludel.orm..",
                    "org.aludel.errors..")
            .and(not(ORM))
            .as("api");
    private static final DescribedPredicate<JavaClass> PLATFORM =
            resideInAnyPackage(JDK).or(resideInAPackage(NULLNESS)).as("the JDK and JSpecify");

    @Test
    void everyClassBelongsToAnArtifact() {
        check(classes()
                .should(be(
                        API.or(CORE)
                                .or(ORM)
                                .or(DIALECTS)
                                .or(JTA)
                                .or(CDI)
                                .or(INSTRUMENT)
                                .or(JUNIT)
                                .or(CACHE),
                        "in a known artifact")));
    }

    @Test
    void apiStandsAlone() {
        check(classes().that(API).should().onlyDependOnClassesThat(API.or(PLATFORM)));
    }

    @Test
    void coreStandsOnApi() {
        check(classes()
                .that(CORE)
                .should()
                .onlyDependOnClassesThat(API.or(CORE).or(PLATFORM).or(resideInAPackage("com.zaxxer.hikari.."))));
    }

    @Test
    void dialectsStandOnCore() {
        check(classes()
                .that(DIALECTS)
                .should()
                .onlyDependOnClassesThat(API.and(not(resideInAPackage("org.aludel.orm..")))
                        .or(CORE)
                        .or(DIALECTS)
                        .or(PLATFORM)));
    }

    @Test
    void ormStandsOnCore() {
        check(classes()
                .that(ORM)
                .should()
                .onlyDependOnClassesThat(API.or(CORE).or(ORM).or(PLATFORM)));
    }

    @Test
    void additionsStandOnApi() {
        check(noClasses()
                .that(JUNIT.or(CACHE))
                .should()
                .dependOnClassesThat(CORE.or(ORM).or(DIALECTS).or(JTA).or(CDI).or(INSTRUMENT)));
        check(noClasses()
                .that(API.or(CORE).or(ORM).or(DIALECTS).or(JTA).or(CDI).or(INSTRUMENT))
                .should()
                .dependOnClassesThat(JUNIT.or(CACHE)));
    }

    @Test
    void jtaKnowsNothingOfCdi() {
        check(noClasses()
                .that(JTA)
                .should()
                .dependOnClassesThat(CDI.or(DIALECTS)
                        .or(INSTRUMENT)
                        .or(resideInAnyPackage("jakarta.enterprise..", "jakarta.inject.."))));
    }

    @Test
    void cdiUsesNoDialectAndNoInstrumentation() {
        check(noClasses().that(CDI).should().dependOnClassesThat(DIALECTS.or(INSTRUMENT)));
    }

    @Test
    void instrumentationStandsOnApi() {
        check(noClasses()
                .that(INSTRUMENT)
                .should()
                .dependOnClassesThat(CORE.or(ORM).or(DIALECTS).or(JTA).or(CDI)));
    }

    @Test
    void nobodyNeedsInstrumentationAtRunTime() {
        check(noClasses().that(not(INSTRUMENT)).should().dependOnClassesThat(INSTRUMENT));
    }

    /** The bridge and the extension are the friends of the orm's internals: they ship together with it. */
    @Test
    void internalsAreForTheirArtifactAndItsFriends() {
        check(noClasses()
                .that(not(ORM.or(JTA).or(CDI)))
                .should()
                .dependOnClassesThat(resideInAPackage("..internal..").and(resideInAPackage("org.aludel.."))));
    }

    @Test
    void everyPackageSaysWhyItExistsAndIsNullMarked() {
        check(classes().should(haveNullMarkedPackage()));
    }

    /** The build-time tool tells its user through the compiler or Maven, and has an exception of its own inside. */
    @Test
    void allErrorsAreOurs() {
        check(classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and(not(INSTRUMENT))
                .should()
                .beAssignableTo(AludelException.class)
                .andShould()
                .resideInAPackage("org.aludel.errors"));
    }

    /**
     * A virtual thread must not be pinned while it waits for a database, and callers must not share our lock. A private
     * method that only exchanges a field may be synchronized.
     */
    @Test
    void noMethodThatOthersCallIsSynchronized() {
        check(methods()
                .that()
                .areNotPrivate()
                .and()
                .areDeclaredInClassesThat(not(INSTRUMENT))
                .should()
                .notHaveModifier(JavaModifier.SYNCHRONIZED));
    }

    @Test
    void classesHaveNounsForNames() {
        check(classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)$"));
    }

    @Test
    void theArtifactsAreLookedAt() {
        assertThat(ARTIFACTS)
                .anyMatch(API)
                .anyMatch(CORE)
                .anyMatch(ORM)
                .anyMatch(DIALECTS)
                .anyMatch(INSTRUMENT);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(ARTIFACTS);
    }

    private static ArchCondition<JavaClass> be(DescribedPredicate<JavaClass> predicate, String description) {
        return new ArchCondition<>("be " + description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!predicate.test(item)) {
                    events.add(SimpleConditionEvent.violated(item, item.getName() + " is not " + description));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveNullMarkedPackage() {
        return new ArchCondition<>("be in a package with a @NullMarked package-info") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(
                            item,
                            item.getPackageName() + " of " + item.getName() + " has no @NullMarked package-info"));
                }
            }
        };
    }
}
