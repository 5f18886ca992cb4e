/** SAP HANA and its forerunner MaxDB: how they spell SQL, how they and their drivers behave, how one connects to them. */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.hana;
