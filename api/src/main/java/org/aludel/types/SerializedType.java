package org.aludel.types;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Dialect;

/**
 * Java objects in serialised form, as bytes. Objects are read only of the declared class, its package and the JDK.
 *
 * @param javaType class of the objects
 * @since 0.1
 */
public record SerializedType<T extends Serializable>(Class<T> javaType) implements TypeDecorator<T, byte[]> {

    @Override
    public Type<byte[]> impl() {
        return Types.LARGE_BINARY;
    }

    @Override
    public byte[] toStored(T value, Dialect dialect) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(value);
        } catch (IOException e) {
            throw failed("written", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public T fromStored(byte[] value, Dialect dialect) {
        String own = javaType.getPackageName();
        ObjectInputFilter filter = ObjectInputFilter.Config.createFilter(
                (own.isEmpty() ? javaType.getName() : own + ".*") + ";java.base/*;!*");
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(value))) {
            objects.setObjectInputFilter(filter);
            return javaType.cast(objects.readObject());
        } catch (IOException | ClassNotFoundException | ClassCastException e) {
            throw failed("read", e);
        }
    }

    private ArgumentException failed(String what, Exception cause) {
        return new ArgumentException(
                "ALU-0324",
                "a serialised object can't be " + what + "; where: class " + javaType.getName()
                        + "; what to do: look at the cause; all of its parts must be serializable, and of its package"
                        + " or the JDK's",
                cause);
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.BINARY;
    }

    @Override
    public String toString() {
        return "serialised " + javaType.getSimpleName();
    }
}
