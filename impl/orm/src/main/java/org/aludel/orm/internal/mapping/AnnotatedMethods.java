package org.aludel.orm.internal.mapping;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * The methods of a class that carry annotations, which most classes have none of. Several ask for them, of every mapped
 * class and of those above it, when a program starts; they are looked for once.
 */
public final class AnnotatedMethods {

    private static final ClassValue<List<Method>> OF = new ClassValue<>() {

        @Override
        protected List<Method> computeValue(Class<?> type) {
            List<Method> annotated = new ArrayList<>(0);
            for (Method method : type.getDeclaredMethods()) {
                if (method.getDeclaredAnnotations().length > 0) {
                    annotated.add(method);
                }
            }
            return List.copyOf(annotated);
        }
    };

    private AnnotatedMethods() {}

    /** Those that the class itself declares, in the order in which reflection gives them. */
    public static List<Method> of(Class<?> type) {
        return OF.get(type);
    }
}
