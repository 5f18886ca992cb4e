package org.aludel.testing;

import java.sql.SQLException;
import org.firebirdsql.management.FBManager;

/** Databases of Firebird are files, which no statement makes or drops. */
final class FirebirdFiles {

    private FirebirdFiles() {}

    static void create(ServerAddress server, String name) throws SQLException {
        try (FBManager manager = manager(server)) {
            manager.setDefaultCharacterSet("UTF8");
            manager.createDatabase(name, server.user(), server.password());
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    /** Drops the file; while somebody is connected it stays, in a folder that goes with its server. */
    static void drop(ServerAddress server, String name) throws SQLException {
        try (FBManager manager = manager(server)) {
            manager.dropDatabase(name, server.user(), server.password());
        } catch (SQLException e) {
            if (e.getErrorCode() != IN_USE) {
                throw e;
            }
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    /** isc_obj_in_use: object is in use. */
    private static final int IN_USE = 335544453;

    private static FBManager manager(ServerAddress server) throws Exception {
        FBManager manager = new FBManager();
        manager.setServer(server.host());
        manager.setPort(server.port());
        manager.setForceCreate(true);
        manager.start();
        return manager;
    }
}
