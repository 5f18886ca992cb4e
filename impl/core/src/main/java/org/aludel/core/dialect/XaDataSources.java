package org.aludel.core.dialect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", url);
        return of(className, properties, arguments);
    }

    /**
     * Makes the source and sets its properties, user and password by the names that drivers use for them.
     *
     * @param properties of the source, by name
     * @throws SQLException when the class is missing or can't be set up
     */
    public static XADataSource of(String className, Map<String, String> properties, ConnectArguments arguments)
            throws SQLException {
        try {
            Class<?> type = load(className);
            Object source = type.getDeclaredConstructor().newInstance();
            for (Map.Entry<String, String> property : properties.entrySet()) {
                set(source, property.getKey(), property.getValue());
            }
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

    /** Sets a property by its setter, whatever the case; text or a number. */
    private static void set(Object source, String property, String value) throws ReflectiveOperationException {
        for (Method method : source.getClass().getMethods()) {
            if (method.getName().equalsIgnoreCase("set" + property) && method.getParameterCount() == 1) {
                Class<?> wanted = method.getParameterTypes()[0];
                if (wanted == String.class) {
                    method.invoke(source, value);
                    return;
                }
                if (wanted == int.class) {
                    method.invoke(source, Integer.parseInt(value));
                    return;
                }
            }
        }
    }
}
