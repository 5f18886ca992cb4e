package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.aludel.instrument.testing.Compilation;
import org.aludel.orm.instrument.InstrumentedType;
import org.aludel.orm.instrument.InstrumentedType.AttributeInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("MAP-17")
class InheritanceTest {

    private static final String BASE = """
            package a;
            import org.aludel.orm.*;
            @MappedSuperclass
            public abstract class Base {
                protected Integer id;
                String own = "package";
                private String secret = "base";
                public String secret() { return secret; }
                public void secret(String s) { secret = s; }
                protected static String peek(Base b) { return b.own; }
            }
            """;

    private static final String USER = """
            package b;
            import org.aludel.orm.*;
            @Mapped
            public class User extends a.Base {
                private String secret = "user";
                protected String name;
                public String userSecret() { return secret; }
                public Integer key() { return id; }
                public void key(Integer k) { id = k; }
            }
            """;

    private static final String ADMIN = """
            package a;
            import org.aludel.orm.*;
            @Mapped
            public class Admin extends b.User {
                int level;
                String own = "admin";
                public String both() { return own + "/" + ((Base) this).own + "/" + peek(this); }
                public void rename(String n) { name = n; this.id += 1; super.name += "!"; }
            }
            """;

    @TempDir
    Path output;

    @Test
    void protectedAndPackagePrivateFieldsWorkAcrossPackages() throws Exception {
        Object result = Compilation.into(output).compile(BASE, USER, ADMIN, """
                        package m;
                        import java.util.*;
                        import org.aludel.instrument.testing.RecordingState;
                        public class Main implements java.util.concurrent.Callable<Object> {
                            public Object call() {
                                a.Admin admin = new a.Admin();
                                RecordingState state = RecordingState.on(admin);
                                admin.key(1);
                                admin.rename("x");
                                String both = admin.both();
                                String secrets = admin.secret() + admin.userSecret();
                                return List.of(both, secrets, admin.key(), state.log);
                            }
                        }
                        """).run("m.Main");
        assertThat(result)
                .isEqualTo(List.of(
                        "admin/package/package",
                        "baseuser",
                        2,
                        List.of(
                                "w id=null->1",
                                "w name=null->x",
                                "r id",
                                "w id=1->2",
                                "r name",
                                "w name=x->x!",
                                "r own",
                                "r own",
                                "r own",
                                "r secret",
                                "r secret",
                                "r id")));
    }

    @Test
    void runTimeIndexesPutSuperclassesFirst() throws Exception {
        try (URLClassLoader loader =
                Compilation.into(output).compile(BASE, USER, ADMIN).loader()) {
            InstrumentedType type = InstrumentedType.of(loader.loadClass("a.Admin"));
            assertThat(type.attributes())
                    .extracting(AttributeInfo::name)
                    .containsExactly("id", "own", "secret", "secret", "name", "level", "own");
            assertThat(type.attributes()).extracting(AttributeInfo::index).containsExactly(0, 1, 2, 3, 4, 5, 6);
            assertThat(type.offset()).isEqualTo(5);
            InstrumentedType parent = type.superType();
            assertThat(parent).isSameAs(InstrumentedType.of(loader.loadClass("b.User")));
            assertThat(type.attributes().get(5).type()).isEqualTo(int.class);
            assertThat(type.lookup().hasFullPrivilegeAccess()).isTrue();
            assertThat(type.lookup().lookupClass()).isSameAs(type.type());
        }
    }

    @Test
    void superclassOfTheSameSimpleNameKeepsItsOwnAccessors() throws Exception {
        Object result = Compilation.into(output)
                .compile(
                        "package a; @org.aludel.orm.Mapped public class User { protected String name = \"a\"; public String a() { return name; } }",
                        "package b; @org.aludel.orm.Mapped public class User extends a.User { protected String name = \"b\"; public String b() { return name + super.name; } }",
                        "package c; @org.aludel.orm.Mapped public class User extends b.User { protected String name = \"c\"; public String c() { return name + super.name; } }",
                        """
                        package m;
                        public class Main implements java.util.concurrent.Callable<Object> {
                            public Object call() { c.User u = new c.User(); return u.a() + u.b() + u.c(); }
                        }
                        """)
                .run("m.Main");
        assertThat(result).isEqualTo("abacb");
    }

    @Test
    void unmappedClassBetweenMappedOnesSharesTheRootsState() throws Exception {
        Object result = Compilation.into(output)
                .compile(
                        "package t; @org.aludel.orm.Mapped class Root { int a; }",
                        "package t; class Between extends Root { int plain; }",
                        "package t; @org.aludel.orm.Mapped class Leaf extends Between { int b; }",
                        """
                        package t;
                        import org.aludel.instrument.testing.RecordingState;
                        import org.aludel.orm.instrument.*;
                        public class Main implements java.util.concurrent.Callable<Object> {
                            public Object call() {
                                Leaf leaf = (Leaf) InstrumentedType.of(Leaf.class).newInstance();
                                RecordingState state = RecordingState.on(leaf);
                                leaf.a = 1; leaf.b = 2; leaf.plain = 3;
                                return state.log + " " + ((Instrumented) leaf).$aludel_raw(1);
                            }
                        }
                        """)
                .run("t.Main");
        assertThat(result).isEqualTo("[w a=0->1, w b=0->2] 2");
    }

    @Test
    void accessorsHaveTheAccessOfTheirFieldAndEverythingAddedIsSynthetic() throws Exception {
        try (URLClassLoader loader =
                Compilation.into(output).compile(BASE, USER).loader()) {
            Class<?> base = loader.loadClass("a.Base");
            assertThat(Modifier.isPrivate(
                            base.getDeclaredMethod("$aludel_get_Base_secret").getModifiers()))
                    .isTrue();
            assertThat(Modifier.isProtected(
                            base.getDeclaredMethod("$aludel_get_Base_id").getModifiers()))
                    .isTrue();
            assertThat(base.getDeclaredMethods())
                    .filteredOn(m -> m.getName().contains("aludel"))
                    .isNotEmpty()
                    .allMatch(m -> m.isSynthetic());
            assertThat(base.getDeclaredFields())
                    .filteredOn(f -> f.getName().contains("aludel"))
                    .isNotEmpty()
                    .allMatch(f -> f.isSynthetic());
        }
    }
}
