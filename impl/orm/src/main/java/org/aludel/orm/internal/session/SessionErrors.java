package org.aludel.orm.internal.session;

import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.TransactionStateException;
import org.aludel.orm.Session;

/** Errors of sessions over several engines. */
final class SessionErrors {

    private SessionErrors() {}

    static TransactionStateException notTwoPhase() {
        return new TransactionStateException(
                "ALU-0550",
                "the session's transaction has one phase only; where: session.prepare();"
                        + " what to do: build the session factory with twoPhase(true)");
    }

    static TransactionStateException prepared() {
        return new TransactionStateException(
                "ALU-0555",
                "the session's transaction is prepared: its first phase has ended; where: SQL after session.prepare();"
                        + " what to do: commit or roll back first");
    }

    static ArgumentException otherEngine(CoreConnection connection, CoreEngine engine) {
        return new ArgumentException(
                "ALU-0551",
                "the session works on a connection of another engine; where: the connection is of "
                        + connection.engine().name() + ", the class or statement belongs to " + engine.name()
                        + "; what to do: open the session with open(), which connects to each engine by itself");
    }

    static InvalidRequestException unbound(String what) {
        return new InvalidRequestException(
                "ALU-0552",
                "no engine is known for " + what + "; where: a session whose engines are bound to classes and tables;"
                        + " what to do: bind its class or table, give the factory an engine of its own, or use"
                        + " session.connection(SomeClass.class)");
    }

    static ArgumentException noShard(String shard, Iterable<String> known) {
        return new ArgumentException(
                "ALU-0553",
                "there is no shard " + shard + "; where: among " + known
                        + "; what to do: name one of them, in the query or in the function that chooses");
    }

    static InvalidRequestException unplaced(String type) {
        return new InvalidRequestException(
                "ALU-0557",
                "no shard is known for an object; where: " + type
                        + "; what to do: have Shards.placing(...) name one for such objects, or refer to an object that has one");
    }

    static InvalidRequestException noSharding(String call) {
        return new InvalidRequestException(
                "ALU-0554",
                "the session has no shards; where: " + call
                        + "; what to do: build the session factory with shards(...)");
    }

    static TransactionStateException scopeEnded(Session session) {
        return new TransactionStateException(
                "ALU-0773",
                "the scope has ended; where: commit of a scope of " + session
                        + "; what to do: commit once, inside the block that begins with session.begin()");
    }
}
