package org.aludel.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What differs between the servers, as far as making and dropping databases goes. */
enum ServerKind {
    POSTGRESQL("postgresql", "jdbc:postgresql:", "postgresql:", "postgres", "", " WITH (FORCE)"),
    MARIADB("mariadb", "jdbc:mariadb:", "mysql+mariadb:", "", "?sslMode=disable", ""),
    FIREBIRD("firebird", "jdbc:firebird:", "firebird:", "", "", "");

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

    private String dropStatement(String database) {
        return "DROP DATABASE IF EXISTS " + database + dropSuffix;
    }

    /** Makes an empty database. */
    void create(ServerAddress server, String name) throws SQLException {
        if (this == FIREBIRD) {
            FirebirdFiles.create(server, name);
        } else {
            execute(server, dropStatement(name), "CREATE DATABASE " + name);
        }
    }

    /** Drops a database, whoever is still connected. */
    void drop(ServerAddress server, String name) throws SQLException {
        if (this == FIREBIRD) {
            FirebirdFiles.drop(server, name);
        } else {
            execute(server, dropStatement(name));
        }
    }

    private static void execute(ServerAddress server, String... statements) throws SQLException {
        try (Connection admin = DriverManager.getConnection(server.adminUrl(), server.user(), server.password());
                Statement statement = admin.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The kind of server that a URL leads to. */
    static ServerKind of(String jdbcUrl) {
        for (ServerKind kind : values()) {
            if (jdbcUrl.startsWith(kind.jdbcPrefix)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no server for tests has the URL " + jdbcUrl);
    }

    /** Whether the binaries come from Maven's repository, so that a build without them is broken. */
    boolean hasArtifacts() {
        return this != FIREBIRD;
    }

    int standardPort() {
        return switch (this) {
            case POSTGRESQL -> 5432;
            case MARIADB -> 3306;
            case FIREBIRD -> 3050;
        };
    }

    EmbeddedServer start(Path directory) throws IOException {
        return switch (this) {
            case POSTGRESQL -> EmbeddedPostgreSql.start(directory);
            case MARIADB -> EmbeddedMariaDb.start(directory);
            case FIREBIRD -> EmbeddedFirebird.start(directory);
        };
    }
}
