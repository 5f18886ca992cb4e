package org.aludel.instrument.processor;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds the compiler's own processing environment behind those that Gradle and IntelliJ put round it. */
final class Unwrapping {

    private static final int DEEPEST = 8;

    private Unwrapping() {}

    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        ProcessingEnvironment current = environment;
        for (int i = 0; i < DEEPEST && !isJavac(current); i++) {
            ProcessingEnvironment inner = unwrapOnce(current);
            if (inner == null) {
                return environment;
            }
            current = inner;
        }
        return isJavac(current) ? current : environment;
    }

    private static boolean isJavac(ProcessingEnvironment environment) {
        return environment.getClass().getName().startsWith("com.sun.tools.javac.");
    }

    private static @Nullable ProcessingEnvironment unwrapOnce(ProcessingEnvironment environment) {
        ProcessingEnvironment byIntelliJ = unwrapByIntelliJ(environment);
        if (byIntelliJ != null && byIntelliJ != environment) {
            return byIntelliJ;
        }
        try {
            if (Proxy.isProxyClass(environment.getClass())) {
                InvocationHandler handler = Proxy.getInvocationHandler(environment);
                return fieldOf(handler);
            }
            return fieldOf(environment);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The way JetBrains documents. */
    private static @Nullable ProcessingEnvironment unwrapByIntelliJ(ProcessingEnvironment environment) {
        try {
            ClassLoader loader = environment.getClass().getClassLoader();
            if (loader == null) {
                return null;
            }
            return (ProcessingEnvironment) loader.loadClass("org.jetbrains.jps.javac.APIWrappers")
                    .getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable ProcessingEnvironment fieldOf(Object wrapper) {
        for (Class<?> type = wrapper.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = read(field, wrapper);
                if (value instanceof ProcessingEnvironment inner && inner != wrapper) {
                    return inner;
                }
            }
        }
        return null;
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            return field.trySetAccessible() ? field.get(owner) : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
