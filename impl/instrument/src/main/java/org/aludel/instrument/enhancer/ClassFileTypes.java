package org.aludel.instrument.enhancer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers the enhancer from class files. A class is mapped if it is annotated so, enhanced, or named by an
 * {@code @Instrument} on its package, on a class around it, or anywhere else that the caller knows of.
 */
public final class ClassFileTypes implements Types {

    private final ClassFileSource source;
    private final Set<String> named;
    private final Map<String, Optional<ClassFileFacts>> known = new ConcurrentHashMap<>();

    /** Where class files come from. */
    @FunctionalInterface
    public interface ClassFileSource {

        /** The class file of an internal name, or null if there is none. */
        byte @Nullable [] find(String internalName);
    }

    /** @param named internal names of classes that are named for instrumentation */
    public ClassFileTypes(ClassFileSource source, Set<String> named) {
        this.source = source;
        this.named = new HashSet<>(named);
    }

    @Override
    public @Nullable TypeInfo find(String internalName) {
        ClassFileFacts facts = facts(internalName);
        if (facts == null) {
            return null;
        }
        TypeInfo type = facts.type();
        boolean mapped = type.mapped() || isNamed(internalName);
        return new TypeInfo(type.name(), type.superName(), mapped, type.fields(), type.methods());
    }

    private boolean isNamed(String internalName) {
        if (named.contains(internalName)) {
            return true;
        }
        int slash = internalName.lastIndexOf('/');
        String packageInfo = internalName.substring(0, slash + 1) + "package-info";
        if (instruments(packageInfo).contains(internalName)) {
            return true;
        }
        for (int dollar = internalName.lastIndexOf('$');
                dollar > slash + 1;
                dollar = internalName.lastIndexOf('$', dollar - 1)) {
            if (instruments(internalName.substring(0, dollar)).contains(internalName)) {
                return true;
            }
        }
        return false;
    }

    private List<String> instruments(String internalName) {
        ClassFileFacts facts = facts(internalName);
        return facts == null ? List.of() : facts.instruments();
    }

    private @Nullable ClassFileFacts facts(String internalName) {
        Optional<ClassFileFacts> found = known.get(internalName);
        if (found == null) {
            byte[] classFile = source.find(internalName);
            found = classFile == null ? Optional.empty() : Optional.of(ClassFileFacts.read(classFile));
            known.put(internalName, found);
        }
        return found.orElse(null);
    }
}
