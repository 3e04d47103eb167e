package com.tachyonfuture.mailtrack.mysql.testing;

import java.util.Map;
import java.util.function.Supplier;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.mysql.MySQLContainer;

/// MySQL in a container, one per JVM; Testcontainers removes it at the end.
final class ContainerServer extends DatabaseServer {

    private static final String IMAGE = "mysql:8.4";
    private static final String ROOT_PASSWORD = "test";

    private final MySQLContainer container;

    private ContainerServer(MySQLContainer container) {
        this.container = container;
    }

    /// A started container, or another server where Docker answers but cannot run it, such as without a network.
    static DatabaseServer orElse(Supplier<DatabaseServer> other) {
        var container = new MySQLContainer(IMAGE).withPassword(ROOT_PASSWORD);
        container.withTmpFs(Map.of("/var/lib/mysql", "rw"));
        try {
            container.start();
            return new ContainerServer(container);
        } catch (ContainerLaunchException | ContainerFetchException | IllegalStateException e) {
            System.out.println("*** Docker answers, but cannot run " + IMAGE + ": " + e.getMessage());
            return other.get();
        }
    }

    @Override
    String url(String database) {
        return "jdbc:mysql://" + container.getHost() + ":" + container.getMappedPort(MySQLContainer.MYSQL_PORT) + "/"
                + database + COMMON_PARAMETERS;
    }

    @Override
    String user() {
        return "root";
    }

    @Override
    String password() {
        return ROOT_PASSWORD;
    }

    @Override
    public String toString() {
        return IMAGE + " in a container";
    }
}
