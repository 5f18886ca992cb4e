package org.aludel.instrument.enhancer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Computes the serialVersionUID that a class has by default, before members are added that would change it (Java Object
 * Serialization Specification, 4.6).
 */
final class SerialVersion extends ClassVisitor {

    private static final int CLASS_MASK =
            Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    private static final int FIELD_MASK = Opcodes.ACC_PUBLIC
            | Opcodes.ACC_PRIVATE
            | Opcodes.ACC_PROTECTED
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_VOLATILE
            | Opcodes.ACC_TRANSIENT;
    private static final int METHOD_MASK = Opcodes.ACC_PUBLIC
            | Opcodes.ACC_PRIVATE
            | Opcodes.ACC_PROTECTED
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_SYNCHRONIZED
            | Opcodes.ACC_NATIVE
            | Opcodes.ACC_ABSTRACT
            | Opcodes.ACC_STRICT;

    private record Member(String name, int access, String descriptor) {}

    private final List<Member> fields = new ArrayList<>();
    private final List<Member> constructors = new ArrayList<>();
    private final List<Member> methods = new ArrayList<>();
    private String name = "";
    private int access;
    private String[] interfaces = {};
    private boolean initializer;
    private boolean declared;

    private SerialVersion() {
        super(Opcodes.ASM9);
    }

    /** The default of a class, or null if it declares its own. */
    static @Nullable Long of(ClassReader reader) {
        SerialVersion version = new SerialVersion();
        reader.accept(version, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return version.declared ? null : version.compute();
    }

    @Override
    public void visit(
            int version,
            int classAccess,
            String className,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaceNames) {
        name = className;
        access = classAccess;
        interfaces = interfaceNames == null ? new String[0] : interfaceNames.clone();
    }

    @Override
    public void visitInnerClass(
            String innerName, @Nullable String outerName, @Nullable String simpleName, int innerAccess) {
        if (innerName.equals(name)) {
            access = innerAccess; // what Class.getModifiers() answers
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int fieldAccess, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        declared |= field.equals("serialVersionUID") && (fieldAccess & Opcodes.ACC_STATIC) != 0;
        int ignored = Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT;
        if ((fieldAccess & Opcodes.ACC_PRIVATE) == 0 || (fieldAccess & ignored) == 0) {
            fields.add(new Member(field, fieldAccess & FIELD_MASK, descriptor));
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int methodAccess,
            String method,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        Member member = new Member(method, methodAccess & METHOD_MASK, descriptor.replace('/', '.'));
        if (method.equals("<clinit>")) {
            initializer = true;
        } else if ((methodAccess & Opcodes.ACC_PRIVATE) == 0) {
            (method.equals("<init>") ? constructors : methods).add(member);
        }
        return null;
    }

    private long compute() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(name.replace('/', '.'));
            out.writeInt(access & CLASS_MASK);
            Arrays.sort(interfaces);
            for (String each : interfaces) {
                out.writeUTF(each.replace('/', '.'));
            }
            fields.sort(Comparator.comparing(Member::name));
            write(out, fields);
            if (initializer) {
                write(out, List.of(new Member("<clinit>", Opcodes.ACC_STATIC, "()V")));
            }
            constructors.sort(Comparator.comparing(Member::descriptor));
            write(out, constructors);
            methods.sort(Comparator.comparing(Member::name).thenComparing(Member::descriptor));
            write(out, methods);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return firstEightBytes(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, List<Member> members) throws IOException {
        for (Member member : members) {
            out.writeUTF(member.name);
            out.writeInt(member.access);
            out.writeUTF(member.descriptor);
        }
    }

    private static long firstEightBytes(byte[] data) {
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
        long result = 0;
        for (int i = 7; i >= 0; i--) {
            result = (result << 8) | (hash[i] & 0xFF);
        }
        return result;
    }
}
