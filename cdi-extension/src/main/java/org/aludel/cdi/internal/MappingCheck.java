package org.aludel.cdi.internal;

import java.util.Collection;
import java.util.List;
import org.aludel.errors.AludelException;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.schema.MetaData;

/** Checks a mapping without any engine, so that its mistakes are listed beside those of the settings. */
final class MappingCheck {

    private MappingCheck() {}

    static void run(Collection<Class<?>> classes, Mistakes mistakes) {
        try {
            MapperRegistry.configure(new MetaData(), classes, List.of(), NamingStrategy.SNAKE_CASE);
        } catch (AludelException mistake) {
            mistakes.add("mapping", mistake);
        }
    }
}
