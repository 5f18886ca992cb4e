package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.instrument.enhancer.ClassFileFacts;
import org.aludel.instrument.enhancer.Enhancer;
import org.aludel.instrument.testing.Compilation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that compile some classes only, or twice. */
@Tag("MAP-17")
class IncrementalTest {

    private static final String SHAPE =
            "package t; @org.aludel.orm.Mapped public abstract class Shape { protected int id; abstract double area(); }";
    private static final String SQUARE =
            "package t; @org.aludel.orm.Mapped public class Square extends Shape { double side = 2; double area() { id++; return side * side; } }";
    private static final String MAIN = """
            package t;
            import java.util.*;
            import org.aludel.instrument.testing.RecordingState;
            public class Main implements java.util.concurrent.Callable<Object> {
                public Object call() {
                    Square square = new Square();
                    RecordingState state = RecordingState.on(square);
                    square.area();
                    return state.log;
                }
            }
            """;
    private static final List<String> LOG = List.of("r id", "w id=0->1", "r side", "r side");

    @TempDir
    Path output;

    @Test
    void subclassRecompiledAlone() throws Exception {
        Compilation.into(output).compile(SHAPE, SQUARE, MAIN);
        assertThat(Compilation.into(output).compile(SQUARE).run("t.Main")).isEqualTo(LOG);
    }

    @Test
    void abstractSuperclassRecompiledAloneBesideAnEnhancedSubclass() throws Exception {
        Compilation.into(output).compile(SHAPE, SQUARE, MAIN);
        assertThat(Compilation.into(output).compile(SHAPE).run("t.Main")).isEqualTo(LOG);
    }

    @Test
    void subclassEnhancedBeforeItsAbstractSuperclass() throws Exception {
        Compilation.into(output).without().compile(SHAPE);
        Compilation.into(output).compile(SQUARE, MAIN);
        Compilation.into(output).compile(SHAPE);
        assertThat(Compilation.load(output)).isNotNull();
        assertThat(Compilation.into(output).compile(MAIN).run("t.Main")).isEqualTo(LOG);
    }

    @Test
    void attributeAddedToTheSuperclassShiftsTheSubclassAtRunTime() throws Exception {
        Compilation.into(output).compile(SHAPE, SQUARE, MAIN);
        assertThat(Compilation.into(output)
                        .compile(SHAPE.replace("protected int id;", "protected int id; String added;"))
                        .run("t.Main"))
                .isEqualTo(LOG);
    }

    @Test
    void fieldsOfADependencyCompiledApartAreSeen() throws Exception {
        Path library = output.resolve("library");
        Path application = output.resolve("application");
        Compilation.into(library)
                .compile(
                        "@org.aludel.orm.Instrument(Named.class) package lib;",
                        "package lib; public class Named { @SuppressWarnings(\"aludel\") public int value; }");
        Compilation.into(application).classPath(library).compile("""
                        package t;
                        import org.aludel.instrument.testing.RecordingState;
                        public class Main implements java.util.concurrent.Callable<Object> {
                            public Object call() {
                                lib.Named named = new lib.Named();
                                RecordingState state = RecordingState.on(named);
                                named.value = 3;
                                return state.log;
                            }
                        }
                        """);
        try (var loader = Compilation.load(library, application)) {
            assertThat(Compilation.Result.run(loader, "t.Main")).isEqualTo(List.of("w value=0->3"));
        }
    }

    @Test
    void namedClassRecompiledAloneIsStillInstrumented() throws Exception {
        String configuration =
                "package t.config; @org.aludel.orm.Instrument({t.Named.class, t.Named.Inner.class}) interface Mappings {}";
        String named = "package t; public class Named { int value; public static class Inner { int x; } }";
        Compilation.into(output).compile(configuration, named);
        Compilation.into(output).compile(named);
        assertThat(isEnhanced("t/Named.class")).isTrue();
        assertThat(isEnhanced("t/Named$Inner.class")).isTrue();
    }

    @Test
    void classNoLongerNamedIsPlainAgain() throws Exception {
        String named = "package t; public class Named { int value; }";
        Compilation.into(output)
                .compile("package t; @org.aludel.orm.Instrument(Named.class) interface Mappings {}", named);
        assertThat(isEnhanced("t/Named.class")).isTrue();
        Compilation.into(output).compile("package t; interface Mappings {}", named);
        assertThat(isEnhanced("t/Named.class")).isFalse();
    }

    @Test
    void enhancingTwiceChangesNothing() throws Exception {
        Compilation.into(output).compile(SHAPE, SQUARE, MAIN);
        Enhancer enhancer = new Enhancer(name -> {
            try {
                return ClassFileFacts.read(Files.readAllBytes(output.resolve(name + ".class")))
                        .type();
            } catch (java.io.IOException e) {
                return null;
            }
        });
        for (String name : List.of("Shape", "Square", "Main")) {
            byte[] once = Files.readAllBytes(output.resolve("t/" + name + ".class"));
            assertThat(enhancer.enhance(once)).isNull();
        }
    }

    private boolean isEnhanced(String file) throws Exception {
        return ClassFileFacts.read(Files.readAllBytes(output.resolve(file))).isEnhanced();
    }
}
