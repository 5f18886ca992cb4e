package org.aludel.types;

/**
 * JSON documents as text.
 *
 * @since 0.1
 */
public record JsonType() implements Type<String> {

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.JSON;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitJson(this);
    }

    @Override
    public String toString() {
        return "JSON";
    }
}
