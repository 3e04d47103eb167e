package com.tachyonfuture.mailtrack.app.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between the service and its database, and cuts connections where it hurts most: a commit
/// reaches the server and its answer nobody; a commit does not reach the server; or anywhere, in the
/// middle of what is just sent.
///
/// It knows a commit by its look, which takes a connection without TLS: the client sends it by itself, as a
/// text, after the answer to what it sent before.
final class CuttingProxy implements AutoCloseable {

    /// What becomes of connections.
    enum Mood {
        LETS_PASS,
        CUTS,
        /// The database can't be reached.
        REFUSES
    }

    /// One of the two directions.
    private interface Passing {
        void pass(byte[] sent, OutputStream to) throws IOException;
    }

    private static final int LONGEST_COMMIT = 32;

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI database;
    private final Random chance;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final AtomicInteger lostCommits = new AtomicInteger();
    private final AtomicInteger otherCuts = new AtomicInteger();
    private volatile Mood mood = Mood.LETS_PASS;

    private CuttingProxy(URI database, Random chance) throws IOException {
        this.database = database;
        this.chance = chance;
    }

    static CuttingProxy before(TestDatabase database, Random chance) throws IOException {
        var proxy = new CuttingProxy(URI.create(RunningApp.databaseUrl(database).substring("jdbc:".length())), chance);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    /// What `DATABASE_URL` has to be for who comes this way.
    String url() {
        String direct = "jdbc:" + database;
        String here = direct.replace(database.getRawAuthority(), "127.0.0.1:" + listening.getLocalPort());
        return here.replaceAll("&sslMode=\\w+", "") + "&sslMode=DISABLED";
    }

    /// Also for the connections that there are.
    void become(Mood other) {
        mood = other;
        if (other == Mood.REFUSES) {
            links.forEach(Link::cut);
        }
    }

    /// How many commits reached the server without the client knowing.
    int lostAnswers() {
        return lostAnswers.get();
    }

    int lostCommits() {
        return lostCommits.get();
    }

    int otherCuts() {
        return otherCuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (mood == Mood.REFUSES) {
                    client.close();
                } else {
                    new Link(client, new Socket(database.getHost(), portOf(database))).start();
                }
            } catch (IOException closedOrUnreachable) {
                // The client finds out as well.
            }
        }
    }

    private static int portOf(URI database) {
        return database.getPort() < 0 ? 3306 : database.getPort();
    }

    /// One in so many, while connections are cut at all.
    private boolean oneIn(int many) {
        return mood == Mood.CUTS && chance.nextInt(many) == 0;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        links.forEach(Link::cut);
    }

    private final class Link {

        private final Socket client;
        private final Socket server;
        private volatile boolean answerIsLost;

        Link(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void start() {
            links.add(this);
            Thread.ofVirtual().start(() -> pump(client, server, this::passToServer));
            Thread.ofVirtual().start(() -> pump(server, client, this::passToClient));
        }

        private void pump(Socket from, Socket to, Passing passing) {
            byte[] room = new byte[64 * 1024];
            try {
                for (int length = from.getInputStream().read(room); length > 0; ) {
                    passing.pass(Arrays.copyOf(room, length), to.getOutputStream());
                    length = from.getInputStream().read(room);
                }
            } catch (IOException cutAlready) {
                // By the other end, or by the other direction.
            } finally {
                cut();
            }
        }

        private void passToServer(byte[] sent, OutputStream to) throws IOException {
            if (isCommit(sent) && oneIn(4)) {
                lostCommits.incrementAndGet();
                cut();
            } else {
                answerIsLost = isCommit(sent) && oneIn(3);
                passOrCut(sent, to);
            }
        }

        private void passToClient(byte[] sent, OutputStream to) throws IOException {
            if (answerIsLost) {
                lostAnswers.incrementAndGet();
                cut();
            } else {
                passOrCut(sent, to);
            }
        }

        private void passOrCut(byte[] sent, OutputStream to) throws IOException {
            if (oneIn(100)) {
                otherCuts.incrementAndGet();
                to.write(sent, 0, chance.nextInt(sent.length));
                cut();
            } else {
                to.write(sent);
            }
        }

        private static boolean isCommit(byte[] sent) {
            return sent.length < LONGEST_COMMIT
                    && new String(sent, ISO_8859_1).toLowerCase(Locale.ROOT).contains("commit");
        }

        void cut() {
            links.remove(this);
            close(client);
            close(server);
        }

        private static void close(Socket end) {
            try {
                end.close();
            } catch (IOException _) {
                // It is of no more use in any case.
            }
        }
    }
}
