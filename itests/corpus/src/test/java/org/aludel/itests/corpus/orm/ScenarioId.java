package org.aludel.itests.corpus.orm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the recording that a {@link Scenario} is written after. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ScenarioId {

    /** The id in the corpus, as {@code "uow.insert.basic-01"}. */
    String value();
}
