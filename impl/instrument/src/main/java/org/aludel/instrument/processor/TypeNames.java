package org.aludel.instrument.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Spells types for generated source, without their annotations. */
final class TypeNames {

    private final Types types;
    private final String packageName;

    TypeNames(Types types, String packageName) {
        this.types = types;
        this.packageName = packageName;
    }

    /** The type as a type argument: primitives boxed, type variables as their bound. */
    String boxed(TypeMirror type) {
        if (type instanceof PrimitiveType primitive) {
            return types.boxedClass(primitive).getQualifiedName().toString();
        }
        return switch (type.getKind()) {
            case ARRAY -> component(((ArrayType) type).getComponentType()) + "[]";
            case DECLARED -> declared((DeclaredType) type);
            case WILDCARD -> wildcard((WildcardType) type);
            default -> erased(type);
        };
    }

    private String component(TypeMirror type) {
        return type.getKind().isPrimitive() ? erased(type) : boxed(type);
    }

    private String declared(DeclaredType type) {
        String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return arguments.isEmpty()
                ? name
                : name + arguments.stream().map(this::boxed).collect(Collectors.joining(", ", "<", ">"));
    }

    private String wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return "? extends " + boxed(type.getExtendsBound());
        }
        return type.getSuperBound() == null ? "?" : "? super " + boxed(type.getSuperBound());
    }

    /** The name for a class literal. */
    String erased(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        if (erased instanceof ArrayType array) {
            return erased(array.getComponentType()) + "[]";
        }
        return erased instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : erased.getKind().toString().toLowerCase(java.util.Locale.ROOT);
    }

    /** What values of a type argument are at least. */
    static TypeMirror bound(TypeMirror argument) {
        if (argument instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            return wildcard.getExtendsBound();
        }
        return argument;
    }

    /** Whether generated code can name the type and all its arguments. */
    boolean isAccessible(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isAccessible(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return (wildcard.getExtendsBound() == null || isAccessible(wildcard.getExtendsBound()))
                    && (wildcard.getSuperBound() == null || isAccessible(wildcard.getSuperBound()));
        }
        if (type.getKind() == TypeKind.TYPEVAR) {
            return isAccessible(types.erasure(type));
        }
        if (!(type instanceof DeclaredType declared)) {
            return true;
        }
        return isAccessible(declared.asElement())
                && declared.getTypeArguments().stream().allMatch(this::isAccessible);
    }

    private boolean isAccessible(Element type) {
        boolean samePackage = false;
        for (Element e = type; e != null; e = e.getEnclosingElement()) {
            if (e instanceof PackageElement p) {
                samePackage = p.getQualifiedName().contentEquals(packageName);
            }
        }
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)
                    || (!samePackage && !e.getModifiers().contains(Modifier.PUBLIC))) {
                return false;
            }
        }
        return true;
    }
}
