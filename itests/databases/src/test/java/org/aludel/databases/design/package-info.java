/** The examples of the design with the classes that they speak of. */
@Instrument({Category.class})
@org.jspecify.annotations.NullUnmarked
package org.aludel.databases.design;

import org.aludel.orm.Instrument;
