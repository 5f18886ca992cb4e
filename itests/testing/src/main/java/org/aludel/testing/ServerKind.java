package org.aludel.testing;

/** What differs between the servers, as far as making and dropping databases goes. */
enum ServerKind {
    POSTGRESQL("postgresql", "jdbc:postgresql:", "postgresql:", "postgres", "", " WITH (FORCE)"),
    MARIADB("mariadb", "jdbc:mariadb:", "mysql+mariadb:", "", "?sslMode=disable", "");

    final String id;
    final String jdbcPrefix;
    final String aludelPrefix;
    final String adminDatabase;
    final String urlSuffix;
    private final String dropSuffix;

    ServerKind(
            String id,
            String jdbcPrefix,
            String aludelPrefix,
            String adminDatabase,
            String urlSuffix,
            String dropSuffix) {
        this.id = id;
        this.jdbcPrefix = jdbcPrefix;
        this.aludelPrefix = aludelPrefix;
        this.adminDatabase = adminDatabase;
        this.urlSuffix = urlSuffix;
        this.dropSuffix = dropSuffix;
    }

    /** The property that names a server to be used instead of an embedded one. */
    String urlProperty() {
        return "aludel.test." + id + ".url";
    }

    String dropStatement(String database) {
        return "DROP DATABASE IF EXISTS " + database + dropSuffix;
    }

    EmbeddedServer start(java.nio.file.Path directory) throws java.io.IOException {
        return this == POSTGRESQL ? EmbeddedPostgreSql.start(directory) : EmbeddedMariaDb.start(directory);
    }
}
