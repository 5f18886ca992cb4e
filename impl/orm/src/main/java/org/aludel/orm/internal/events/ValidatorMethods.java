package org.aludel.orm.internal.events;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.MappingException;
import org.aludel.orm.AttributeValidator;
import org.aludel.orm.EventHandler;
import org.aludel.orm.Validates;
import org.aludel.orm.internal.mapping.AnnotatedMethods;
import org.jspecify.annotations.Nullable;

/** Reads the validators that methods of a mapped class are. */
public final class ValidatorMethods {

    private ValidatorMethods() {}

    /**
     * The handlers of a class's own validator methods.
     *
     * @param type the mapped class
     * @param lookup full access to it
     * @throws MappingException ALU-0482 if a method can't be a validator
     */
    public static List<EventHandler<?>> of(Class<?> type, MethodHandles.Lookup lookup) {
        List<EventHandler<?>> handlers = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Method method : AnnotatedMethods.of(c)) {
                Validates validates = method.getAnnotation(Validates.class);
                if (validates != null) {
                    add(type, method, validates, lookup, handlers);
                }
            }
        }
        return handlers;
    }

    private static <T> void add(
            Class<T> type,
            Method method,
            Validates validates,
            MethodHandles.Lookup lookup,
            List<EventHandler<?>> handlers) {
        AttributeValidator<T, Object> validator = validator(type, method, lookup);
        for (String attribute : validates.value()) {
            for (EventHandler<?> handler : EventHandler.ofValidator(
                    type, attribute, validator, validates.includeRemoves(), validates.includeBackrefs())) {
                // a subclass has the method too, and is mapped by itself
                handlers.add(new EventHandler<>(
                        cast(handler.type()), handler.filter().thisClassOnly(), cast(handler.handler())));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <X> X cast(Object object) {
        return (X) object;
    }

    private static <T> AttributeValidator<T, Object> validator(
            Class<T> type, Method method, MethodHandles.Lookup lookup) {
        MethodHandle handle;
        try {
            handle = MethodHandles.privateLookupIn(method.getDeclaringClass(), lookup)
                    .unreflect(method);
        } catch (IllegalAccessException e) {
            throw unfit(type, method, "it is not accessible");
        }
        Class<?>[] parameters = method.getParameterTypes();
        boolean named = parameters.length > 1 && parameters[0] == String.class;
        boolean removal = parameters.length == 3 && parameters[2] == boolean.class;
        if (parameters.length == 0
                || parameters.length > 3
                || parameters.length > 1 && !named
                || parameters.length == 3 && !removal) {
            throw unfit(type, method, "its parameters are not (value), (name, value) or (name, value, removal)");
        }
        boolean returns = method.getReturnType() != void.class;
        return (target, attribute, value, isRemoval) -> {
            Object result = call(handle, target, named ? attribute : null, value, removal ? isRemoval : null);
            return returns ? result : value;
        };
    }

    private static @Nullable Object call(
            MethodHandle handle,
            @Nullable Object target,
            @Nullable String attribute,
            @Nullable Object value,
            @Nullable Boolean removal) {
        List<@Nullable Object> arguments = new ArrayList<>(4);
        arguments.add(target);
        if (attribute != null) {
            arguments.add(attribute);
        }
        arguments.add(value);
        if (removal != null) {
            arguments.add(removal);
        }
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            return ValidatorMethods.<RuntimeException>rethrow(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> @Nullable Object rethrow(Throwable error) throws X {
        throw (X) error;
    }

    private static MappingException unfit(Class<?> type, Method method, String why) {
        return new MappingException(
                "ALU-0482",
                "method " + method.getName() + " can't be a validator: " + why + "; where: " + type.getName()
                        + "; what to do: declare it as T " + method.getName() + "(T value)");
    }
}
