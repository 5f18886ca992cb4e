package org.aludel.dialects.sybase;

import org.aludel.core.types.JavaSqlHandlers;

/** Both drivers are older than java.time. */
final class SybaseHandlers extends JavaSqlHandlers {}
