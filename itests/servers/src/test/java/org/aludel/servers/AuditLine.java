package org.aludel.servers;

import org.aludel.cdi.Db;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** A line of the second engine. */
@Db("audit")
@Mapped(table = "audit_line")
public class AuditLine {

    @Id
    private Integer id;

    @Col(length = 80, nullable = false, unique = true)
    private String text;

    public AuditLine(String text) {
        this.text = text;
    }

    public Integer getId() {
        return id;
    }

    public String getText() {
        return text;
    }
}
