package org.aludel.core.engine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/** Copies of a class of this package, each with data of its own: see {@link MethodHandles#classData}. */
final class HiddenCopy {

    private HiddenCopy() {}

    /**
     * An instance of a new copy. The copy is unloaded when nobody refers to the instance any more.
     *
     * @param template has a constructor without parameters
     * @param kind what the template extends: a copy is no instance of its template
     * @param data what the copy finds as its class data
     * @return null where classes can't be made at run time, as in native images
     */
    static <T> @Nullable T of(Class<?> template, Class<T> kind, Object data) {
        try (InputStream code = template.getResourceAsStream(template.getSimpleName() + ".class")) {
            if (code == null) {
                return null;
            }
            Class<?> copy = MethodHandles.lookup()
                    .defineHiddenClassWithClassData(code.readAllBytes(), data, true)
                    .lookupClass();
            return kind.cast(copy.getDeclaredConstructor().newInstance());
        } catch (IOException | ReflectiveOperationException | UnsupportedOperationException | LinkageError e) {
            System.getLogger("org.aludel.engine")
                    .log(System.Logger.Level.DEBUG, "no copy of " + template.getSimpleName() + " can be made", e);
            return null;
        }
    }
}
