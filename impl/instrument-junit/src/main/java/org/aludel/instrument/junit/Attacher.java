package org.aludel.instrument.junit;

import com.sun.tools.attach.VirtualMachine;

/** Runs in a JVM of its own: attaches an agent to another one. */
final class Attacher {

    private Attacher() {}

    /** @param arguments process id and path of the agent's jar */
    public static void main(String[] arguments) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(arguments[0]);
        try {
            machine.loadAgent(arguments[1]);
        } finally {
            machine.detach();
        }
    }
}
