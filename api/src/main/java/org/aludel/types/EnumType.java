package org.aludel.types;

/**
 * Constants of a Java enum, stored by name.
 *
 * @param javaType the enum
 * @param length room for the longest name
 * @since 0.1
 */
public record EnumType<E extends Enum<E>>(Class<E> javaType, int length) implements Type<E> {

    @Override
    public TypeFamily family() {
        return TypeFamily.ENUM;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitEnum(this);
    }

    @Override
    public String toString() {
        return "ENUM " + javaType.getSimpleName();
    }
}
