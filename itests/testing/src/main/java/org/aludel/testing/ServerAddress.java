package org.aludel.testing;

/** Where a server listens, and as whom to speak to it. */
record ServerAddress(ServerKind kind, String host, int port, String user, String password) {

    /**
     * Takes a JDBC URL apart: {@code jdbc:kind://host:port/anything?user=u&password=p}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    static ServerAddress parse(ServerKind kind, String jdbcUrl) {
        if (!jdbcUrl.startsWith(kind.jdbcPrefix + "//")) {
            throw new IllegalArgumentException(kind.urlProperty() + " must look like " + kind.jdbcPrefix
                    + "//host:port/?user=u&password=p, not " + jdbcUrl);
        }
        java.net.URI uri = java.net.URI.create(jdbcUrl.substring("jdbc:".length()));
        String user = "";
        String password = "";
        String query = uri.getQuery();
        for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = parameter.substring("user=".length());
            } else if (parameter.startsWith("password=")) {
                password = parameter.substring("password=".length());
            }
        }
        int port = uri.getPort() < 0 ? kind.standardPort() : uri.getPort();
        return new ServerAddress(kind, uri.getHost(), port, user, password);
    }

    String jdbcUrl(String database) {
        return kind.jdbcPrefix + "//" + host + ":" + port + "/" + database + kind.urlSuffix;
    }

    String adminUrl() {
        return jdbcUrl(kind.adminDatabase);
    }

    TestDatabase database(String name) {
        String aludelUrl = kind.aludelPrefix + "//" + user + ":" + password + "@" + host + ":" + port + "/" + name
                + kind.urlSuffix;
        return new TestDatabase(jdbcUrl(name), user, password, aludelUrl);
    }
}
