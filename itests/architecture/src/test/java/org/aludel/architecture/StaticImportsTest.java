package org.aludel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aludel.orm.Cascade;
import org.aludel.orm.Orm;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.sql.Sql;
import org.aludel.types.Types;
import org.junit.jupiter.api.Test;

/** What users import statically, all with a star, must not clash: a name of two would be refused where it is used. */
class StaticImportsTest {
    private static final List<Class<?>> IMPORTED =
            List.of(Sql.class, Types.class, Orm.class, Cascade.class, ForeignKeyAction.class);

    @Test
    void noConstantIsDeclaredTwice() {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (Class<?> type : IMPORTED) {
            for (Field field : type.getFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    owners.computeIfAbsent(field.getName(), name -> new TreeSet<>())
                            .add(field.getDeclaringClass().getName());
                }
            }
        }
        assertThat(owners)
                .isNotEmpty()
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    @Test
    void noMethodSignatureIsDeclaredTwice() {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (Class<?> type : IMPORTED) {
            for (Method method : type.getMethods()) {
                // An enum's own valueOf and values are never meant by a static import.
                boolean ofEveryEnum =
                        type.isEnum() && List.of("valueOf", "values").contains(method.getName());
                if (Modifier.isStatic(method.getModifiers()) && !ofEveryEnum) {
                    owners.computeIfAbsent(
                                    method.getName() + Arrays.toString(method.getParameterTypes()),
                                    signature -> new TreeSet<>())
                            .add(method.getDeclaringClass().getName());
                }
            }
        }
        assertThat(owners)
                .isNotEmpty()
                .allSatisfy(
                        (signature, types) -> assertThat(types).as(signature).hasSize(1));
    }
}
