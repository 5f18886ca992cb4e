package org.aludel.acceptance;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.Map;
import java.util.TreeMap;

/** The quickstart in Weld in this JVM, on a database of the test's choice. */
final class ShopApplication implements AutoCloseable {

    private final Map<String, String> settings;
    private final SeContainer container;
    private final RequestContextController request;
    private boolean inRequest;

    private ShopApplication(Map<String, String> settings, SeContainer container) {
        this.settings = settings;
        this.container = container;
        this.request = container.select(RequestContextController.class).get();
    }

    /** Starts the application; further classes become its beans. */
    static ShopApplication start(String url, Class<?>... beans) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("aludel.url", url);
        // The tests have mapped classes of their own, with mistakes in them.
        settings.put("aludel.mapped.packages", "org.aludel.quickstart.model");
        settings.forEach(System::setProperty);
        try {
            return new ShopApplication(
                    settings,
                    SeContainerInitializer.newInstance().addBeanClasses(beans).initialize());
        } catch (RuntimeException refused) {
            settings.keySet().forEach(System::clearProperty);
            throw refused;
        }
    }

    <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** Begins a request anew, with a session of its own. */
    void newRequest() {
        endRequest();
        inRequest = request.activate();
    }

    private void endRequest() {
        if (inRequest) {
            request.deactivate();
            inRequest = false;
        }
    }

    @Override
    public void close() {
        endRequest();
        container.close();
        settings.keySet().forEach(System::clearProperty);
    }
}
