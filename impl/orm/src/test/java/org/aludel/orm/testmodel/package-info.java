/**
 * Mapped classes shared by the tests of the ORM: users and addresses, employees with managers, keywords of users,
 * invoices with lines, and categories that are mapped without annotations.
 */
@Instrument({Category.class})
@org.jspecify.annotations.NullUnmarked
package org.aludel.orm.testmodel;

import org.aludel.orm.Instrument;
