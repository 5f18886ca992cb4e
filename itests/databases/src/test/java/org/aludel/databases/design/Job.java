package org.aludel.databases.design;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Work that one of many workers takes. */
@Mapped(table = "jobs")
public class Job {

    @Id
    private Integer id;

    private String task;

    public Job(String task) {
        this.task = task;
    }

    public String getTask() {
        return task;
    }
}
