package org.aludel.orm.spi;

import java.util.ServiceLoader;
import org.aludel.engine.Engine;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.SessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes session factories; implemented by the mapper's own module.
 *
 * @since 0.1
 */
public interface SessionFactoryProvider {

    /**
     * Starts a factory.
     *
     * @param engine serves what is bound to no other; null for none
     */
    SessionFactoryBuilder builder(@Nullable Engine engine);

    /**
     * The implementation on the class path of the program, or of this library.
     *
     * @throws InvalidRequestException ALU-0501 if there is none
     */
    static SessionFactoryProvider find() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            for (SessionFactoryProvider provider : ServiceLoader.load(SessionFactoryProvider.class, context)) {
                return provider;
            }
        }
        ClassLoader own = SessionFactoryProvider.class.getClassLoader();
        return ServiceLoader.load(SessionFactoryProvider.class, own)
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "ALU-0501",
                        "there is no object mapper; where: neither the thread's class loader nor that of Aludel finds"
                                + " a SessionFactoryProvider; what to do: add the artifact org.aludel:aludel-orm"));
    }
}
