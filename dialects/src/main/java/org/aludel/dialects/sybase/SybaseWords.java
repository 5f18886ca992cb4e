package org.aludel.dialects.sybase;

import java.util.Set;
import org.aludel.core.dialect.Identifiers;

/** The reserved words of ASE and SQL Anywhere, from their reference manuals. */
final class SybaseWords {

    static final Set<String> RESERVED = Identifiers.words("""
            add all alter and any arith_overflow as asc at authorization avg backup begin between bigint binary bit bottom
            break browse bulk by call capability cascade case cast char char_convert character check checkpoint close
            clustered coalesce comment commit compute confirm connect constraint contains continue controlrow convert create
            cross cube current current_timestamp current_user cursor database date dbcc dbspace deallocate dec decimal
            declare default delete deleting desc deterministic disk distinct do double drop dummy dump dynamic else elseif
            encrypted end endif endtran errlvl errordata errorexit escape except exception exclusive exec execute exists exit
            exp_row_size externlogin fetch fillfactor first float for force foreign forward from func function goto grant
            group having holdlock identified identity identity_gap identity_insert identity_start if in index index_lparen
            inner inout insensitive insert inserting install instead int integer integrated intersect into iq is isolation
            jar join kerberos key kill lateral left level like line lineno load lock lock_identity login long match
            max_rows_per_page membership merge message min mirror mirrorexit mode modify national natural nchar new no
            no_log nocheck nonclustered noholdlock noexec not notify null nullif numeric numeric_truncation nvarchar of off
            offsets old on online only open openxml option options or order others out outer output over partition passthrough
            perm permanent plan precision prepare primary print privileges proc procedure processexit processing proxy_table
            publication quiesce raise raiserror range read readpast readtext real reconfigure recursive reference references
            release remote remove rename reorganize replace resource restore restrict return returns revoke right rollback
            rollup role rowcount rows rule save savepoint schema scroll select sensitive session session_user set setuser
            share shared shutdown smallint some sqlcode start statistics stop stripe subtrans subtransaction sum syb_identity
            syb_restree syb_terminate synchronize syntax_error system_user table tablespace temp temporary textsize then time
            timestamp tinyint to top tran transaction trigger truncate tsequal unbounded union unique uniqueidentifier unknown
            unpartition unsigned update updating use user user_option using validate values var_pop var_samp varbinary
            varbit varchar variable varying view wait waitfor when where while width window with within work writetext xmltable""");

    private SybaseWords() {}
}
