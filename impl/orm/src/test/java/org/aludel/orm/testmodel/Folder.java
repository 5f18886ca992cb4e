package org.aludel.orm.testmodel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** A tree whose objects can be written to a stream. */
@Mapped(table = "folders")
public class Folder implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    private Integer id;

    private String name;

    @References("folders.id")
    private Integer parentId;

    @Relationship(backref = "children")
    private Folder parent;

    @Relationship
    private List<Folder> children = new ArrayList<>();

    public Folder() {}

    public Folder(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getParentId() {
        return parentId;
    }

    public Folder getParent() {
        return parent;
    }

    public List<Folder> getChildren() {
        return children;
    }
}
