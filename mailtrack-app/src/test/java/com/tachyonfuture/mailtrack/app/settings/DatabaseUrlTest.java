package com.tachyonfuture.mailtrack.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.jdbc.JdbcPropertySetImpl;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    /// What the driver itself makes of a URL of ours; it also checks the value of each parameter.
    private record Understood(List<String> hosts, String database, Map<String, String> parameters) {

        static Understood byTheDriver(DatabaseUrl url) {
            ConnectionUrl understood = ConnectionUrl.getConnectionUrlInstance(url.jdbcUrl(), null);
            Properties properties = understood.getConnectionArgumentsAsProperties();
            new JdbcPropertySetImpl().initializeProperties(properties);
            List<String> hosts = understood.getHostsList().stream()
                    .map(HostInfo::getHostPortPair)
                    .toList();
            Map<String, String> parameters = understood.getMainHost().getHostProperties();
            return new Understood(hosts, understood.getDatabase(), parameters);
        }
    }

    static Stream<Arguments> urls() {
        return Stream.of(
                arguments("mysql+aiomysql://u:p@h:3306/db", "h:3306", "db", "u", "p"),
                arguments("mysql+aiomysql://u:p@h:3306/db?charset=utf8mb4", "h:3306", "db", "u", "p"),
                arguments("mysql+pymysql://u:p@h/db", "h:3306", "db", "u", "p"),
                arguments("mysql+asyncmy://u:p@h/db", "h:3306", "db", "u", "p"),
                arguments("mysql://u:p@h:3307/db", "h:3307", "db", "u", "p"),
                arguments("MySQL://u:p@h/db", "h:3306", "db", "u", "p"),
                arguments("mariadb://u:p@h/db", "h:3306", "db", "u", "p"),
                arguments("mariadb+asyncmy://u:p@h/db", "h:3306", "db", "u", "p"),
                arguments("jdbc:mysql://u:p@h:3306/db", "h:3306", "db", "u", "p"),
                arguments("jdbc:mariadb://u:p@h:3306/db", "h:3306", "db", "u", "p"),
                arguments("jdbc:mysql://h:3306/db?user=u&password=p", "h:3306", "db", "u", "p"),
                arguments("jdbc:mysql://h/db?User=u&PASSWORD=p%26%23q", "h:3306", "db", "u", "p&#q"),
                arguments("mysql+pymysql://h/db?user=u&passwd=p", "h:3306", "db", "u", "p"),
                arguments("mysql://u@h/db", "h:3306", "db", "u", ""),
                arguments("mysql://u:@h/db", "h:3306", "db", "u", ""),
                arguments("mysql://u:p@/db", "localhost:3306", "db", "u", "p"),
                arguments("mysql://u:p@my_sql-1.local/db", "my_sql-1.local:3306", "db", "u", "p"),
                arguments("mysql://u:p@[::1]:3307/db", "[::1]:3307", "db", "u", "p"),
                arguments("mysql://u:p@[2001:db8::a]/db", "[2001:db8::a]:3306", "db", "u", "p"),
                arguments("mysql://u:p@h1:3306,h2:3307/db", "h1:3306,h2:3307", "db", "u", "p"),
                arguments("jdbc:mysql://u:p@h1, [::1]:3307,h3/db", "h1:3306,[::1]:3307,h3:3306", "db", "u", "p"),
                arguments("mysql://u%40x:a%40b%3Ac%2Fd%25e%23f@h/db", "h:3306", "db", "u@x", "a@b:c/d%e#f"),
                arguments("mysql://u:p%2540@h/db", "h:3306", "db", "u", "p%40"),
                arguments("mysql://u:%E2%82%AC%f0%9f%93%a7@h/db", "h:3306", "db", "u", "\u20ac\uD83D\uDCE7"),
                arguments("mysql://u:p@ss@w@h/db", "h:3306", "db", "u", "p@ss@w"),
                arguments("mysql://u:p/q?r#s:t@h/db", "h:3306", "db", "u", "p/q?r#s:t"),
                arguments("mysql://u:p@x/y@h/db", "h:3306", "db", "u", "p@x/y"),
                arguments("mysql://u:50%zu+x@h/db", "h:3306", "db", "u", "50%zu+x"),
                arguments("mysql://u:p@h/db?init_command=a@b", "h:3306", "db", "u", "p"),
                arguments("mysql://u:p@h/db?init_command=a@b/c", "h:3306", "db", "u", "p"),
                arguments("jdbc:mysql://u:a+b%2Bc@h/db", "h:3306", "db", "u", "a b+c"),
                arguments("mysql://u:p@h/my%20db", "h:3306", "my db", "u", "p"),
                arguments("jdbc:mysql://u:p@h/db?useSSL=false#fragment", "h:3306", "db", "u", "p"),
                arguments("mysql://u:p@h/db?", "h:3306", "db", "u", "p"));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void takesApartWhatTheDriverThenUnderstands(
            String text, String hosts, String database, String username, String password) {
        DatabaseUrl url = DatabaseUrl.parse(text);

        Understood understood = Understood.byTheDriver(url);
        assertThat(understood.hosts()).containsExactly(hosts.split(","));
        assertThat(understood.database()).isEqualTo(database);
        assertThat(url.username()).isEqualTo(username);
        assertThat(url.password().reveal()).isEqualTo(password);
        assertThat(understood.parameters()).doesNotContainKeys("user", "password");
        assertThat(url.secretParameters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        postgresql://u:p@h/db                    | does not begin with one of these
        mysql:u:p@h/db                           | does not begin with one of these
        u:p@h/db                                 | does not begin with one of these
        mysql+psycopg://u:p@h/db                 | does not begin with one of these
        jdbc:mysql+aiomysql://u:p@h/db           | does not begin with one of these
        jdbc:mysql:loadbalance://u:p@h/db        | does not begin with one of these
        mysql://u:p@h                            | names no database
        mysql://u:p@h:3306/                      | names no database
        mysql://u:p@h:3306/?charset=utf8         | names no database
        mysql://u:p@w@h                          | names no database
        mysql://h/db                             | names no user
        mysql://:p@h/db                          | names no user
        mysql://u:p@h:0/db                       | is not user:password@host:port
        mysql://u:p@h:65536/db                   | is not user:password@host:port
        mysql://u:p@h:x/db                       | is not user:password@host:port
        mysql://u:p@::1/db                       | is not user:password@host:port
        mysql://u:p@[::x]/db                     | is not user:password@host:port
        mysql://u:p@[::1/db                      | is not user:password@host:port
        mysql://u:p@h h/db                       | is not user:password@host:port
        mysql://u:p@(host=h)/db                  | is not user:password@host:port
        mysql://u:p@h/db/more                    | is not user:password@host:port
        mysql://u:p@h1:3306,u:p@h2:3306/db       | repeats the user before a later host
        jdbc:mysql://u:50%zu@h/db                | % that is not followed by two hexadecimal digits
        jdbc:mysql://u:p@h/db?serverTimezone=Europe/Vienna         | connectionTimeZone, which has to be UTC
        jdbc:mysql://u:p@h/db?connectiontimezone=LOCAL             | connectionTimeZone, which has to be UTC
        jdbc:mysql://u:p@h/db?forceConnectionTimeZoneToSession=no  | which has to be true
        jdbc:mysql://u:p@h/db?characterEncoding=latin1             | which has to be UTF-8
        mysql://u:p@h/db?ssl_ca=/etc/ca.pem      | ssl_ca, which is not understood here: put the certificates
        mysql://u:p@h/db?ssl_key_password=x      | ssl_key_password, which is not understood here
        mysql://u:p@h/db?unix_socket=/run/x.sock | unix_socket, which is not understood here
        mysql://u:p@h/db?ssl=maybe               | ssl is neither true nor false
        mysql://u:p@h/db?connect_timeout=1.5     | connect_timeout is not a number of seconds
        mysql://u:p@h/db?ssl_mode=SOME           | ssl_mode is not one of
        """)
    void saysWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageContaining(reason);
    }

    @Nested
    class Parameters {

        @Test
        void areAddedWhereTheUrlSaysNothing() {
            assertThat(parameters("mysql+aiomysql://u:p@h/db?charset=utf8mb4"))
                    .containsOnly(
                            Map.entry("allowPublicKeyRetrieval", "true"),
                            Map.entry("characterEncoding", "UTF-8"),
                            Map.entry("connectTimeout", "5000"),
                            Map.entry("connectionTimeZone", "UTC"),
                            Map.entry("dbname", "db"),
                            Map.entry("forceConnectionTimeZoneToSession", "true"),
                            Map.entry("rewriteBatchedStatements", "true"),
                            Map.entry("socketTimeout", "60000"),
                            Map.entry("tcpKeepAlive", "true"),
                            Map.entry("useLocalSessionState", "true"));
        }

        @Test
        void letNobodyAskForTheServersKeyInJdbcUrls() {
            assertThat(parameters("jdbc:mysql://u:p@h/db")).doesNotContainKey("allowPublicKeyRetrieval");
        }

        @Test
        void letTheSecondHostWrite() {
            assertThat(parameters("jdbc:mysql://u:p@h1,h2/db")).containsEntry("failOverReadOnly", "false");
        }

        @Test
        void ofTheUrlWinInAnyCase() {
            assertThat(parameters("jdbc:mysql://u:p@h/db?SOCKETTIMEOUT=7&connectTimeout=8&tcpKeepAlive=false"
                            + "&rewriteBatchedStatements=false&useLocalSessionState=false&sslMode=REQUIRED"
                            + "&sessionVariables=sql_mode%3D'ANSI,TRADITIONAL'"))
                    .containsEntry("socketTimeout", "7")
                    .containsEntry("connectTimeout", "8")
                    .containsEntry("tcpKeepAlive", "false")
                    .containsEntry("rewriteBatchedStatements", "false")
                    .containsEntry("useLocalSessionState", "false")
                    .containsEntry("sslMode", "REQUIRED")
                    .containsEntry("sessionVariables", "sql_mode='ANSI,TRADITIONAL'");
        }

        @Test
        void thatMeanWhatWeInsistOnAreAccepted() {
            assertThat(parameters("jdbc:mysql://u:p@h/db?serverTimezone=UTC&connectionTimeZone=%2B00:00"
                            + "&characterEncoding=utf8&forceConnectionTimeZoneToSession=TRUE"))
                    .containsEntry("connectionTimeZone", "UTC")
                    .containsEntry("forceConnectionTimeZoneToSession", "true")
                    .containsEntry("characterEncoding", "UTF-8")
                    .doesNotContainKey("serverTimezone");
        }

        @ParameterizedTest
        @CsvSource({
            "connect_timeout=3, connectTimeout, 3000",
            "read_timeout=40, socketTimeout, 40000",
            "ssl=true, sslMode, REQUIRED",
            "ssl=0, sslMode, DISABLED",
            "ssl_disabled=true, sslMode, DISABLED",
            "ssl_disabled=false, sslMode,",
            "ssl_verify_cert=true, sslMode, VERIFY_CA",
            "ssl_verify_identity=1, sslMode, VERIFY_IDENTITY",
            "ssl_check_hostname=true&ssl=true, sslMode, VERIFY_IDENTITY",
            "ssl_mode=verify_ca, sslMode, VERIFY_CA",
            "autocommit=true, autocommit,",
            "sql_mode=ANSI, sql_mode,",
        })
        void ofPythonDriversAreTranslatedOrDropped(String python, String name, String value) {
            assertThat(parameters("mysql+pymysql://u:p@h/db?" + python).get(name))
                    .isEqualTo(value);
        }

        @Test
        void thatAreSecretStayOutOfTheUrl() {
            DatabaseUrl url = DatabaseUrl.parse("jdbc:mysql://u:p@h/db?trustCertificateKeyStorePassword=hush"
                    + "&trustCertificateKeyStoreUrl=file:/etc/trust.p12&password2=hush");

            assertThat(url.jdbcUrl()).doesNotContain("hush").contains("trustCertificateKeyStoreUrl=");
            assertThat(url.secretParameters())
                    .containsOnly(
                            Map.entry("trustCertificateKeyStorePassword", Secret.of("hush")),
                            Map.entry("password2", Secret.of("hush")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"jdbc:mysql://u:p@h/db", "jdbc:mysql://u:p@h/db?sockettimeout=7"})
        void allowTheServerToBeSilentDuringMigrations(String text) {
            DatabaseUrl url = DatabaseUrl.parse(text).withoutSocketTimeout();

            assertThat(Understood.byTheDriver(url).parameters()).containsEntry("socketTimeout", "0");
            assertThat(url.password().reveal()).isEqualTo("p");
        }

        private static Map<String, String> parameters(String text) {
            return Understood.byTheDriver(DatabaseUrl.parse(text)).parameters();
        }
    }
}
