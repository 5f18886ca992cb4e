package org.aludel.instrument.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class of attributes of each mapped class. A subclass's extends its superclass's, so that inherited
 * attributes are the same objects; attributes of a {@code @MappedSuperclass} belong to each class below it.
 */
final class MetamodelWriter {

    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Types types;
    private final Mappedness mappedness;
    private final String suffix;
    private final Set<String> written = new HashSet<>();

    MetamodelWriter(ProcessingEnvironment environment, Mappedness mappedness, String suffix) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.mappedness = mappedness;
        this.suffix = suffix;
    }

    void writeAll(List<TypeElement> mapped) {
        List<TypeElement> wanted = new ArrayList<>();
        for (TypeElement type : mapped) {
            if (!Mappedness.isMappedSuperclass(type) && !isHidden(type) && written.add(qualifiedName(type))) {
                wanted.add(type);
            }
        }
        wanted.forEach(this::write);
    }

    private void write(TypeElement type) {
        try (Writer out = environment
                .getFiler()
                .createSourceFile(qualifiedName(type), type)
                .openWriter()) {
            out.write(source(type));
        } catch (FilerException e) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            "ALU-0411 the class of attributes exists already and is not generated; where: "
                                    + qualifiedName(type) + "; what to do: remove it, or choose another suffix by -A"
                                    + AludelProcessor.SUFFIX_OPTION,
                            type);
        } catch (IOException e) {
            environment
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "cannot write " + qualifiedName(type) + ": " + e, type);
        }
    }

    private String source(TypeElement type) {
        StringBuilder out = new StringBuilder(1024);
        String packageName = packageOf(type);
        if (!packageName.isEmpty()) {
            out.append("package ").append(packageName).append(";\n\n");
        }
        TypeElement parent = parent(type);
        out.append("/** Attributes of {@link ").append(type.getQualifiedName()).append("}. */\n");
        if (elements.getTypeElement("javax.annotation.processing.Generated") != null) {
            out.append("@javax.annotation.processing.Generated(\"")
                    .append(AludelProcessor.class.getName())
                    .append("\")\n");
        }
        out.append("@SuppressWarnings({\"all\", \"rawtypes\", \"unchecked\", \"deprecation\", \"removal\"})\n");
        out.append(isPublic(type) ? "public class " : "class ").append(simpleName(type));
        if (parent != null) {
            out.append(" extends ").append(qualifiedName(parent));
        }
        out.append(" {\n");
        for (VariableElement field : attributes(type, parent)) {
            attribute(out, type, field);
        }
        out.append("\n    protected ").append(simpleName(type)).append("() {}\n}\n");
        return out.toString();
    }

    /** Own fields, preceded by those of superclasses that have no class of attributes. */
    private List<VariableElement> attributes(TypeElement type, @Nullable TypeElement parent) {
        List<VariableElement> all = new ArrayList<>();
        for (TypeElement t = type; t != null && !t.equals(parent); t = superclass(t)) {
            if (mappedness.isMapped(t)) {
                List<VariableElement> own = new ArrayList<>();
                for (VariableElement field : ElementFilter.fieldsIn(t.getEnclosedElements())) {
                    if (Mappedness.isAttribute(field) && !hides(all, field)) {
                        own.add(field);
                    }
                }
                all.addAll(0, own);
            }
        }
        return all;
    }

    private static boolean hides(List<VariableElement> below, VariableElement field) {
        return below.stream().anyMatch(f -> f.getSimpleName().equals(field.getSimpleName()));
    }

    private void attribute(StringBuilder out, TypeElement type, VariableElement field) {
        TypeMirror fieldType = types.asMemberOf((DeclaredType) type.asType(), field);
        TypeNames names = new TypeNames(types, packageOf(type));
        String entity = type.getQualifiedName().toString();
        String name = field.getSimpleName().toString();
        out.append("\n    public static final org.aludel.orm.");
        TypeMirror members = membersOf(fieldType);
        // a field that refers to a mapped class can't be a column: the other side's backref makes it a relation
        boolean declared =
                Mappedness.isAnnotated(field, "Relationship") || isEntity(members != null ? members : fieldType);
        boolean imperative = !Mappedness.isAnnotated(type, "Mapped");
        if (members != null && (declared || imperative) && names.isAccessible(members)) {
            relation(out, "ToMany", "toMany", entity, name, names, members);
        } else if (members == null
                && (declared || (imperative && isEntity(fieldType)))
                && names.isAccessible(fieldType)) {
            relation(out, "ToOne", "toOne", entity, name, names, fieldType);
        } else {
            String value = names.isAccessible(fieldType) ? names.boxed(fieldType) : "?";
            out.append("Attribute<")
                    .append(entity)
                    .append(", ")
                    .append(value)
                    .append("> ")
                    .append(name);
            out.append(" =\n            org.aludel.orm.Orm.attribute(")
                    .append(entity)
                    .append(".class, \"");
            out.append(name).append("\");\n");
        }
    }

    private static void relation(
            StringBuilder out,
            String kind,
            String factory,
            String entity,
            String name,
            TypeNames names,
            TypeMirror target) {
        out.append(kind)
                .append('<')
                .append(entity)
                .append(", ")
                .append(names.boxed(target))
                .append("> ")
                .append(name);
        out.append(" =\n            ");
        if (!names.boxed(target).equals(names.erased(target))) {
            out.append("(org.aludel.orm.").append(kind).append(") "); // a class literal has no type arguments
        }
        out.append("org.aludel.orm.Orm.")
                .append(factory)
                .append('(')
                .append(entity)
                .append(".class, \"");
        out.append(name).append("\", ").append(names.erased(target)).append(".class);\n");
    }

    /** The type of a collection's members or a map's values, or null for any other type. */
    private @Nullable TypeMirror membersOf(TypeMirror type) {
        for (String container : List.of("java.util.Collection", "java.util.Map", "org.aludel.orm.DynamicRelation")) {
            TypeElement element = elements.getTypeElement(container);
            if (element != null && types.isAssignable(types.erasure(type), types.erasure(element.asType()))) {
                List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
                return arguments.isEmpty()
                        ? elements.getTypeElement("java.lang.Object").asType()
                        : TypeNames.bound(arguments.get(arguments.size() - 1));
            }
        }
        return null;
    }

    private boolean isEntity(TypeMirror type) {
        return type instanceof DeclaredType declared && mappedness.isMapped((TypeElement) declared.asElement());
    }

    /** The nearest mapped superclass whose class of attributes can be extended. */
    private @Nullable TypeElement parent(TypeElement type) {
        for (TypeElement t = superclass(type); t != null; t = superclass(t)) {
            if (mappedness.isMapped(t) && !Mappedness.isMappedSuperclass(t)) {
                boolean visible = isPublic(t) || packageOf(t).equals(packageOf(type));
                boolean exists =
                        written.contains(qualifiedName(t)) || elements.getTypeElement(qualifiedName(t)) != null;
                return visible && exists ? t : null;
            }
        }
        return null;
    }

    private @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType superType ? (TypeElement) superType.asElement() : null;
    }

    private String simpleName(TypeElement type) {
        StringBuilder name = new StringBuilder(type.getSimpleName());
        for (Element e = type.getEnclosingElement(); e instanceof TypeElement outer; e = e.getEnclosingElement()) {
            name.insert(0, outer.getSimpleName() + "_");
        }
        return name + suffix;
    }

    private String qualifiedName(TypeElement type) {
        String packageName = packageOf(type);
        return packageName.isEmpty() ? simpleName(type) : packageName + "." + simpleName(type);
    }

    private String packageOf(TypeElement type) {
        return elements.getPackageOf(type).getQualifiedName().toString();
    }

    /** A private class cannot be named in another file. */
    private static boolean isHidden(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}
