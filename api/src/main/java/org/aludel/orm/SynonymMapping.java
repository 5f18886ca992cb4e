package org.aludel.orm;

import java.util.Objects;

/**
 * Another name for an attribute, understood wherever attributes are named: in expressions, options and conditions by
 * name. The class needs no field of that name.
 *
 * @param attribute the attribute that is meant
 * @see Orm#synonym
 * @since 0.1
 */
public record SynonymMapping(String attribute) implements PropertyMapping {

    public SynonymMapping {
        Objects.requireNonNull(attribute, "attribute");
    }
}
