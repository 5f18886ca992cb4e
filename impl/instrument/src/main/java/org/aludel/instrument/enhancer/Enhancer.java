package org.aludel.instrument.enhancer;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Enhances class files. One enhancer serves one compilation or class loader: it remembers what it learnt of types.
 *
 * <p>No stack map frame is computed, no class is loaded. As safe for use by several threads as the facts given to it.
 *
 * @since 0.1
 */
public final class Enhancer {

    private static final int FIELD_REFERENCE = 9; // tag of the constant pool, JVMS 4.4

    private final Hierarchy hierarchy;

    /** @param types facts about other classes, and about classes that are mapped without saying so themselves */
    public Enhancer(Types types) {
        this.hierarchy = new Hierarchy(types);
    }

    /**
     * Enhances a class: a mapped one gets its members, and in any one accesses of mapped fields become calls.
     *
     * @return the new class file, or null if there is nothing to change (so it is for a class enhanced before)
     * @throws EnhancementException if a mapped class cannot be enhanced (ALU-0403 to ALU-0405)
     */
    public byte @Nullable [] enhance(byte[] classFile) {
        ClassReader original = new ClassReader(classFile);
        byte[] collection = CollectionClasses.enhance(original);
        ClassReader reader = collection == null ? original : new ClassReader(collection);
        ClassFileFacts facts = ClassFileFacts.read(reader);
        TypeInfo type = hierarchy.learn(facts.type());
        if (!type.mapped() && !touchesMappedFields(reader)) {
            return collection;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        EnhancingVisitor visitor = new EnhancingVisitor(writer, reader, hierarchy, type, facts.isEnhanced());
        reader.accept(visitor, 0);
        return visitor.changed() ? writer.toByteArray() : collection;
    }

    /** Looks at the constant pool only: most classes need no second look. */
    private boolean touchesMappedFields(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0 || reader.readByte(item - 1) != FIELD_REFERENCE) {
                continue;
            }
            String owner = reader.readClass(item, buffer);
            int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
            String name = reader.readUTF8(nameAndType, buffer);
            String descriptor = reader.readUTF8(nameAndType + 2, buffer);
            if (hierarchy.accessor(owner, name, descriptor) != null) {
                return true;
            }
        }
        return false;
    }
}
