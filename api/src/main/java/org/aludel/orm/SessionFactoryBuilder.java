package org.aludel.orm;

import java.util.function.Consumer;
import java.util.function.Function;
import org.aludel.engine.Engine;
import org.aludel.orm.spi.ResultCache;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;

/**
 * Collects mappings and policies for a {@link SessionFactory}.
 *
 * @since 0.1
 */
public interface SessionFactoryBuilder {

    /** Maps annotated classes. */
    SessionFactoryBuilder map(Class<?>... classes);

    /** Maps annotated classes. */
    SessionFactoryBuilder map(Iterable<Class<?>> classes);

    /** Adds imperative mappings. */
    SessionFactoryBuilder with(Mappings mappings);

    /**
     * Completes the description of a class that is mapped by annotations or by {@link Mappings}; runs when the factory is
     * built, after the class's own {@link Configures} methods.
     *
     * @param properties what is to be said besides
     */
    <E> SessionFactoryBuilder configure(Class<E> type, Consumer<ClassMapping<E>> properties);

    /** Where the tables of annotated classes are defined; else beside those of the imperative mappings. */
    SessionFactoryBuilder metaData(MetaData tables);

    /** How names of tables and columns are made from names of classes and fields where none are given. */
    SessionFactoryBuilder naming(NamingStrategy strategy);

    /** Whether objects forget their values when their transaction commits, and read them anew. True unless set. */
    SessionFactoryBuilder expireOnCommit(boolean expire);

    /** Whether changes are flushed before queries and lazy loads. True unless set. */
    SessionFactoryBuilder autoflush(boolean flush);

    /**
     * Options for everything that sessions load, whatever brings it: {@code raiseLoad("*")} to find lazy loads, {@code
     * selectinLoad(User_.addresses)} for every user. What the options of a query say comes first. None unless set.
     */
    SessionFactoryBuilder loadOptions(LoadOption... options);

    /** Calls a handler for each event of a type, those of the configuration included. */
    <E extends OrmEvent> SessionFactoryBuilder on(Class<E> type, Consumer<? super E> handler);

    /** Calls a handler for events that a filter lets through. */
    <E extends OrmEvent> SessionFactoryBuilder on(Class<E> type, EventFilter filter, Consumer<? super E> handler);

    /** Calls the methods of an object that are marked with {@link Listens}. */
    SessionFactoryBuilder listen(Object listener);

    /**
     * Sends a class and its subclasses to an engine of their own.
     *
     * @param type a mapped class, or a superclass or interface-like base of mapped classes
     */
    SessionFactoryBuilder bind(Class<?> type, Engine engine);

    /** Sends the rows of a table to an engine of its own. */
    SessionFactoryBuilder bind(Table table, Engine engine);

    /** Asks a function which engine serves each piece of work; what it leaves open goes where it is bound. */
    SessionFactoryBuilder router(EngineRouter router);

    /** Spreads the rows of all classes that are bound to no engine over several databases. */
    SessionFactoryBuilder shards(Shards shards);

    /**
     * Whether the transaction of a session prepares all its engines before it commits any, so that either all commit or
     * none. The decision is recorded durably, as by {@link org.aludel.engine.TwoPhase}. Off at first: engines are then
     * committed one after the other.
     */
    SessionFactoryBuilder twoPhase(boolean twoPhase);

    /**
     * Keeps the answers of queries that ask for it by {@link Query#cache}. One cache may serve several factories if their
     * engines have different names or the same database.
     */
    SessionFactoryBuilder resultCache(ResultCache cache);

    /** Makes all queries of the sessions objects of a class of the program's own: {@code queryClass(People::new)}. */
    SessionFactoryBuilder queryClass(QueryClass queries);

    /**
     * Rows of a class (or of all classes below it) that do not meet a condition are not there for sessions: not for
     * queries, relations, joins, look-ups by key, bulk updates and deletes. Objects that are in a session stay there.
     * A condition may ask for a value whenever it is executed: {@code bind(STRING, Tenant::current)}.
     *
     * <pre>{@code
     * SessionFactory.builder(engine).map(User.class, Note.class)
     *         .criteria(Note.class, Note_.deleted.eq(false))
     * }</pre>
     */
    default <E> SessionFactoryBuilder criteria(Class<E> type, Expr<Boolean> condition) {
        return criteria(type, any -> condition);
    }

    /**
     * The same for classes that are mapped apart but have a superclass or interface in common:
     * {@code criteria(Deletable.class, c -> attribute(c, "deleted").eq(false))}.
     *
     * @param condition gives the condition on a mapped class
     */
    SessionFactoryBuilder criteria(Class<?> type, Function<Class<?>, ? extends Expr<Boolean>> condition);

    /**
     * Checks all mappings and makes the factory.
     *
     * @throws org.aludel.errors.MappingException naming every mistake at once
     * @throws org.aludel.errors.NotInstrumentedException for a class that was not enhanced
     */
    SessionFactory build();
}
