package org.aludel.orm.testmodel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** More attributes than a mask has bits. */
@Mapped(table = "wide")
public class Wide {

    @Id
    private Integer id;

    @Col(length = 10)
    private String c0;

    @Col(length = 10)
    private String c1;

    @Col(length = 10)
    private String c2;

    @Col(length = 10)
    private String c3;

    @Col(length = 10)
    private String c4;

    @Col(length = 10)
    private String c5;

    @Col(length = 10)
    private String c6;

    @Col(length = 10)
    private String c7;

    @Col(length = 10)
    private String c8;

    @Col(length = 10)
    private String c9;

    @Col(length = 10)
    private String c10;

    @Col(length = 10)
    private String c11;

    @Col(length = 10)
    private String c12;

    @Col(length = 10)
    private String c13;

    @Col(length = 10)
    private String c14;

    @Col(length = 10)
    private String c15;

    @Col(length = 10)
    private String c16;

    @Col(length = 10)
    private String c17;

    @Col(length = 10)
    private String c18;

    @Col(length = 10)
    private String c19;

    @Col(length = 10)
    private String c20;

    @Col(length = 10)
    private String c21;

    @Col(length = 10)
    private String c22;

    @Col(length = 10)
    private String c23;

    @Col(length = 10)
    private String c24;

    @Col(length = 10)
    private String c25;

    @Col(length = 10)
    private String c26;

    @Col(length = 10)
    private String c27;

    @Col(length = 10)
    private String c28;

    @Col(length = 10)
    private String c29;

    @Col(length = 10)
    private String c30;

    @Col(length = 10)
    private String c31;

    @Col(length = 10)
    private String c32;

    @Col(length = 10)
    private String c33;

    @Col(length = 10)
    private String c34;

    @Col(length = 10)
    private String c35;

    @Col(length = 10)
    private String c36;

    @Col(length = 10)
    private String c37;

    @Col(length = 10)
    private String c38;

    @Col(length = 10)
    private String c39;

    @Col(length = 10)
    private String c40;

    @Col(length = 10)
    private String c41;

    @Col(length = 10)
    private String c42;

    @Col(length = 10)
    private String c43;

    @Col(length = 10)
    private String c44;

    @Col(length = 10)
    private String c45;

    @Col(length = 10)
    private String c46;

    @Col(length = 10)
    private String c47;

    @Col(length = 10)
    private String c48;

    @Col(length = 10)
    private String c49;

    @Col(length = 10)
    private String c50;

    @Col(length = 10)
    private String c51;

    @Col(length = 10)
    private String c52;

    @Col(length = 10)
    private String c53;

    @Col(length = 10)
    private String c54;

    @Col(length = 10)
    private String c55;

    @Col(length = 10)
    private String c56;

    @Col(length = 10)
    private String c57;

    @Col(length = 10)
    private String c58;

    @Col(length = 10)
    private String c59;

    @Col(length = 10)
    private String c60;

    @Col(length = 10)
    private String c61;

    @Col(length = 10)
    private String c62;

    @Col(length = 10)
    private String c63;

    @Col(length = 10)
    private String c64;

    @Col(length = 10)
    private String c65;

    @Col(length = 10)
    private String c66;

    @Col(length = 10)
    private String c67;

    @Col(length = 10)
    private String c68;

    @Col(length = 10)
    private String c69;

    @References("wide.id")
    private Integer parentId;

    @Relationship(backref = "children")
    private Wide parent;

    @Relationship
    private List<Wide> children = new ArrayList<>();

    public Integer getId() {
        return id;
    }

    public String getC0() {
        return c0;
    }

    public void setC0(String value) {
        c0 = value;
    }

    public String getC64() {
        return c64;
    }

    public void setC64(String value) {
        c64 = value;
    }

    public String getC69() {
        return c69;
    }

    public void setC69(String value) {
        c69 = value;
    }

    public Wide getParent() {
        return parent;
    }

    public void setParent(Wide value) {
        parent = value;
    }

    public List<Wide> getChildren() {
        return children;
    }
}
