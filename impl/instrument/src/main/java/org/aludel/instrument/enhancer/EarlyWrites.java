package org.aludel.instrument.enhancer;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Tells, for a constructor that writes fields before it calls another (flexible constructors, JEP 513), which writes go
 * to the uninitialised {@code this}: on it no method may be called, so they stay plain.
 */
final class EarlyWrites {

    private EarlyWrites() {}

    /** Ordinals, among the PUTFIELDs of the constructor, of those whose receiver is {@code this}. */
    static Set<Integer> toThis(ClassReader reader, String constructorDescriptor) {
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.SKIP_DEBUG);
        Set<Integer> ordinals = new HashSet<>();
        for (MethodNode method : node.methods) {
            if (method.name.equals("<init>") && method.desc.equals(constructorDescriptor)) {
                collect(node.name, method, ordinals);
            }
        }
        return ordinals;
    }

    private static void collect(String owner, MethodNode method, Set<Integer> ordinals) {
        Frame<BasicValue>[] frames;
        try {
            frames = new Analyzer<>(new ThisTracker()).analyze(owner, method);
        } catch (AnalyzerException e) {
            throw new EnhancementException(
                    "ALU-0405",
                    "the constructor " + method.desc + " cannot be analysed (" + e.getMessage() + "); where: "
                            + owner.replace('/', '.') + "; what to do: assign mapped fields after super()");
        }
        int ordinal = 0;
        for (int i = 0; i < frames.length; i++) {
            AbstractInsnNode instruction = method.instructions.get(i);
            if (instruction.getOpcode() != Opcodes.PUTFIELD) {
                continue;
            }
            Frame<BasicValue> frame = frames[i];
            if (frame != null && frame.getStack(frame.getStackSize() - 2) instanceof ThisValue) {
                ordinals.add(ordinal);
            }
            ordinal++;
        }
    }

    private static final class ThisValue extends BasicValue {

        ThisValue(Type type) {
            super(type);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ThisValue;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class ThisTracker extends BasicInterpreter {

        ThisTracker() {
            super(Opcodes.ASM9);
        }

        @Override
        public BasicValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
            return isInstanceMethod && local == 0
                    ? new ThisValue(type)
                    : super.newParameterValue(isInstanceMethod, local, type);
        }
    }
}
