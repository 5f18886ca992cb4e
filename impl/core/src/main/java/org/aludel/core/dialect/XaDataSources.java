package org.aludel.core.dialect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import javax.sql.XADataSource;

/** Makes a driver's XADataSource by its name, so that dialects need no driver to compile against. */
public final class XaDataSources {

    private XaDataSources() {}

    /**
     * Makes the source and sets URL, user and password by the names that drivers use for them.
     *
     * @param url with the driver's options in it
     * @throws SQLException when the class is missing or can't be set up
     */
    public static XADataSource of(String className, String url, ConnectArguments arguments) throws SQLException {
        try {
            Class<?> type = load(className);
            Object source = type.getDeclaredConstructor().newInstance();
            set(source, "url", url);
            for (String credential : new String[] {"user", "password"}) {
                String value = arguments.properties().get(credential);
                if (value != null) {
                    set(source, credential, value);
                }
            }
            return (XADataSource) source;
        } catch (InvocationTargetException e) {
            throw new SQLException("XA connections can't be made by " + className, e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new SQLException("XA connections can't be made by " + className, e);
        }
    }

    private static Class<?> load(String className) throws ClassNotFoundException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            try {
                return Class.forName(className, true, context);
            } catch (ClassNotFoundException e) {
                // A server may keep drivers beside us and out of the deployment's sight.
            }
        }
        return Class.forName(className);
    }

    /** Sets a property by its setter, whatever the case. */
    private static void set(Object source, String property, String value) throws ReflectiveOperationException {
        for (Method method : source.getClass().getMethods()) {
            if (method.getName().equalsIgnoreCase("set" + property)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == String.class) {
                method.invoke(source, value);
                return;
            }
        }
    }
}
