package org.aludel.instrument.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.aludel.instrument.enhancer.FieldInfo;
import org.aludel.instrument.enhancer.TypeInfo;
import org.aludel.instrument.enhancer.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Answers the enhancer from the compiler's model: other classes of the compilation may have no class file yet. */
final class ElementTypes implements Types {

    private final Elements elements;
    private final javax.lang.model.util.Types types;
    private final Mappedness mappedness;
    private final Map<String, TypeElement> local = new HashMap<>();

    ElementTypes(ProcessingEnvironment environment, Mappedness mappedness) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.mappedness = mappedness;
    }

    /** Takes note of a class that is being compiled. */
    void remember(TypeElement type) {
        local.put(internalName(type), type);
    }

    @Override
    public @Nullable TypeInfo find(String internalName) {
        TypeElement type = local.get(internalName);
        if (type == null) {
            type = lookUp(internalName.replace('/', '.'));
        }
        return type == null ? null : describe(internalName, type);
    }

    private @Nullable TypeElement lookUp(String binaryName) {
        TypeElement type = elements.getTypeElement(binaryName);
        if (type == null && binaryName.indexOf('$') > 0) {
            type = elements.getTypeElement(binaryName.replace('$', '.'));
        }
        return type;
    }

    private TypeInfo describe(String internalName, TypeElement type) {
        List<FieldInfo> fields = new ArrayList<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (field.getKind() == ElementKind.FIELD) {
                fields.add(new FieldInfo(
                        field.getSimpleName().toString(),
                        descriptor(field.asType()),
                        access(field.getModifiers()),
                        Mappedness.isAnnotated(field, "Unmapped"),
                        Mappedness.isAnnotated(field, "Relationship")));
            }
        }
        List<TypeInfo.MethodInfo> methods = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (method.getParameters().isEmpty()) {
                methods.add(new TypeInfo.MethodInfo(access(method.getModifiers()), "<init>", "()V"));
            }
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals("clone")
                    && method.getParameters().isEmpty()) {
                methods.add(new TypeInfo.MethodInfo(
                        access(method.getModifiers()), "clone", "()" + descriptor(method.getReturnType())));
            }
        }
        return new TypeInfo(internalName, superName(type), mappedness.isMapped(type), fields, methods);
    }

    private @Nullable String superName(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType superType
                ? internalName((TypeElement) superType.asElement())
                : null;
    }

    private String internalName(TypeElement type) {
        return elements.getBinaryName(type).toString().replace('.', '/');
    }

    private String descriptor(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case CHAR -> "C";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            case ARRAY -> "[" + descriptor(((ArrayType) erased).getComponentType());
            case DECLARED -> "L" + internalName((TypeElement) ((DeclaredType) erased).asElement()) + ";";
            default -> "?";
        };
    }

    private static int access(Set<Modifier> modifiers) {
        int access = 0;
        for (Modifier modifier : modifiers) {
            access |= switch (modifier) {
                case PUBLIC -> Opcodes.ACC_PUBLIC;
                case PROTECTED -> Opcodes.ACC_PROTECTED;
                case PRIVATE -> Opcodes.ACC_PRIVATE;
                case STATIC -> Opcodes.ACC_STATIC;
                case FINAL -> Opcodes.ACC_FINAL;
                case TRANSIENT -> Opcodes.ACC_TRANSIENT;
                case VOLATILE -> Opcodes.ACC_VOLATILE;
                default -> 0;
            };
        }
        return access;
    }
}
