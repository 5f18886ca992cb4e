package org.aludel.orm.internal.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.errors.AludelException;
import org.aludel.errors.MappingException;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.MappedSuperclass;
import org.aludel.orm.instrument.InstrumentedType;

/** What is said of mapped classes besides their annotations: by their own methods, and by the program. */
public final class Completions {

    private record Completion<E>(Class<E> type, Consumer<ClassMapping<E>> properties) {}

    private final List<Completion<?>> completions = new ArrayList<>();

    /** Adds what the program says of a class. */
    public <E> void add(Class<E> type, Consumer<ClassMapping<E>> properties) {
        completions.add(new Completion<>(type, properties));
    }

    /** Adds all that another has. */
    public void addAll(Completions other) {
        completions.addAll(other.completions);
    }

    /** Classes that were completed, which must be mapped. */
    List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>();
        for (Completion<?> completion : completions) {
            types.add(completion.type());
        }
        return types;
    }

    /** Lets the class's own methods, then the program, speak. */
    void apply(ClassMapping<?> mapping, InstrumentedType instrumented, MappingProblems problems) {
        Deque<Class<?>> speakers = new ArrayDeque<>();
        speakers.push(mapping.type());
        for (Class<?> c = mapping.type().getSuperclass(); c != null; c = c.getSuperclass()) {
            if (c.getDeclaredAnnotation(MappedSuperclass.class) != null) {
                speakers.push(c);
            }
        }
        for (Class<?> speaker : speakers) {
            callMethods(speaker, mapping, instrumented, problems);
        }
        for (Completion<?> completion : completions) {
            if (completion.type() == mapping.type()) {
                accept(completion, mapping);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <E> void accept(Completion<E> completion, ClassMapping<?> mapping) {
        completion.properties().accept((ClassMapping<E>) mapping);
    }

    private static void callMethods(
            Class<?> speaker, ClassMapping<?> mapping, InstrumentedType instrumented, MappingProblems problems) {
        for (Method method : AnnotatedMethods.of(speaker)) {
            if (!method.isAnnotationPresent(Configures.class)) {
                continue;
            }
            boolean fits = Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == ClassMapping.class;
            if (!fits) {
                problems.add(
                        "ALU-0451",
                        mapping.type(),
                        method.getName(),
                        "a method annotated @Configures must be static and take one ClassMapping; declare it so");
                continue;
            }
            call(method, speaker == mapping.type() ? instrumented : InstrumentedType.of(speaker), mapping);
        }
    }

    private static void call(Method method, InstrumentedType speaker, ClassMapping<?> mapping) {
        try {
            MethodHandle handle = speaker.lookup().unreflect(method);
            handle.invoke(mapping);
        } catch (AludelException e) {
            throw e;
        } catch (Throwable e) {
            throw new MappingException(
                    "ALU-0452",
                    "a method that configures the mapping failed: " + e + "; where: " + method
                            + "; what to do: see the cause",
                    e);
        }
    }
}
